// Package progress keeps what a student did in one SQLite file.
package progress
