=== screen 1 at 738 40 20


         VT100 test program, version 2.7 (20221229)
         Line speed 38400bd 
         Choose test type:

          0. Exit
          1. Test of cursor movements
          2. Test of screen features
          3. Test of character sets
          4. Test of double-sized characters
          5. Test of keyboard
          6. Test of terminal reports
          7. Test of VT52 mode
          8. Test of VT102 features (Insert/Delete Char/Line)
          9. Test of known bugs
          10. Test of reset and self-test
          11. Test non-VT100 (e.g., VT220, XTERM) terminals
          12. Modify test-parameters

          Enter choice number (0 - 12): 



=== screen 2 at 1193 39 16


         Menu 11: Non-VT100 Tests

         Choose test type:

          0. Exit
          1. Test of VT220 features
          2. Test of VT320 features
          3. Test of VT420 features
          4. Test of VT520 features
          5. Test ISO-6429 cursor-movement
          6. Test ISO-6429 colors
          7. Test other ISO-6429 features
          8. Test XTERM special features

          Enter choice number (0 - 8): 







=== screen 3 at 1567 39 14


         Menu 11.2: VT320 Tests

         Choose test type:

          0. Exit
          1. Test VT220 features
          2. Test cursor-movement
          3. Test page-format controls
          4. Test page-movement controls
          5. Test reporting functions
          6. Test screen-display functions

          Enter choice number (0 - 6): 









=== screen 4 at 1984 39 14


         Menu 11.2.5: VT320 Reports

         Choose test type:

          0. Exit
          1. Test VT220 features
          2. Test Device Status Report (DSR)
          3. Test Presentation State Reports
          4. Test Terminal State Reports
          5. Test User-Preferred Supplemental Set (DECAUPSS)
          6. Test Window Report (DECRPDE)

          Enter choice number (0 - 6): 









=== screen 5 at 1986 0 15


         Menu 11.2.5: VT320 Reports

         Choose test type:

          0. Exit
          1. Test VT220 features
          2. Test Device Status Report (DSR)
          3. Test Presentation State Reports
          4. Test Terminal State Reports
          5. Test User-Preferred Supplemental Set (DECAUPSS)
          6. Test Window Report (DECRPDE)

          Enter choice number (0 - 6): 









=== screen 6 at 1988 0 16


         Menu 11.2.5: VT320 Reports

         Choose test type:

          0. Exit
          1. Test VT220 features
          2. Test Device Status Report (DSR)
          3. Test Presentation State Reports
          4. Test Terminal State Reports
          5. Test User-Preferred Supplemental Set (DECAUPSS)
          6. Test Window Report (DECRPDE)

          Enter choice number (0 - 6): 









=== screen 7 at 1990 0 17


         Menu 11.2.5: VT320 Reports

         Choose test type:

          0. Exit
          1. Test VT220 features
          2. Test Device Status Report (DSR)
          3. Test Presentation State Reports
          4. Test Terminal State Reports
          5. Test User-Preferred Supplemental Set (DECAUPSS)
          6. Test Window Report (DECRPDE)

          Enter choice number (0 - 6): 









