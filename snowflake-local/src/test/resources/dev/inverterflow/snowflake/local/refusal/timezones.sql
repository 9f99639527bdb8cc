# The form with three arguments takes TIMESTAMP_NTZ only
no SELECT CONVERT_TIMEZONE('UTC', 'Asia/Tokyo', CURRENT_TIMESTAMP())
| 001044 42P13 SQL compilation error: error line 1 at position 7\nInvalid argument types for function 'CONVERT_TIMEZONE': (VARCHAR(3), VARCHAR(10), TIMESTAMP_LTZ(9))
no SELECT CONVERT_TIMEZONE('UTC', 'Asia/Tokyo', '2024-01-01 00:00:00 +02:00'::TIMESTAMP_TZ)
| 001044 42P13 SQL compilation error: error line 1 at position 7\nInvalid argument types for function 'CONVERT_TIMEZONE': (VARCHAR(3), VARCHAR(10), TIMESTAMP_TZ(9))
yes SELECT CONVERT_TIMEZONE('UTC', 'Asia/Tokyo', '2024-01-01 00:00'::TIMESTAMP_NTZ)
yes SELECT CONVERT_TIMEZONE('UTC', '2024-01-01 00:00:00 +02:00'::TIMESTAMP_TZ)

# There is no form with one or with four arguments
no SELECT CONVERT_TIMEZONE('UTC')
| 000938 22023 SQL compilation error: error line 1 at position 7\nnot enough arguments for function [CONVERT_TIMEZONE], expected 2, got 1
no SELECT CONVERT_TIMEZONE('UTC', 'UTC', 'UTC', CURRENT_TIMESTAMP())
| 000939 22023 SQL compilation error: error line 1 at position 7\ntoo many arguments for function [CONVERT_TIMEZONE] expected 3, got 4
yes SELECT CONVERT_TIMEZONE('UTC', CURRENT_TIMESTAMP())

# A zone is one of the tz database
no SELECT CONVERT_TIMEZONE('Mars/Base', CURRENT_TIMESTAMP())
| 100087 22023 Invalid time zone in CONVERT_TIMEZONE
no SELECT CONVERT_TIMEZONE('UTC', 'CEST', '2024-01-01 00:00'::TIMESTAMP_NTZ)
| 100087 22023 Invalid time zone in CONVERT_TIMEZONE
no ALTER SESSION SET TIMEZONE = 'Mars/Base'
| 001008 22023 SQL compilation error:\ninvalid value [Mars/Base] for parameter 'TIMEZONE'
yes SELECT CONVERT_TIMEZONE('Europe/Berlin', CURRENT_TIMESTAMP())
yes ALTER SESSION SET TIMEZONE = 'Europe/Berlin'

# What is converted is a time
no SELECT CONVERT_TIMEZONE('UTC', TRUE)
| 001044 42P13 SQL compilation error: error line 1 at position 7\nInvalid argument types for function 'CONVERT_TIMEZONE': (VARCHAR(3), BOOLEAN)
yes SELECT CONVERT_TIMEZONE('UTC', '2024-01-01'::DATE::TIMESTAMP_NTZ)
