-- Your own price of a credit, from a day on: a row with a later VALID_FROM wins. Run with the owner's role and a warehouse in use.
INSERT INTO PRICE_LIST (ITEM, EDITION, PRICE, CURRENCY, UNIT, UNIT_QUANTITY, VALID_FROM, SOURCE)
SELECT 'CREDIT', UPPER('&{edition}'), &{credit_price}, 'USD', 'credit', 1, '&{price_from}'::DATE, 'own contract';
SELECT ITEM, PRICE, CURRENCY, VALID_FROM, SOURCE FROM PRICES_OF_EDITION WHERE ITEM = 'CREDIT' ORDER BY VALID_FROM;
CALL REPORT_INGESTION_COST();
