-- Gives the service user its public key; run again to replace it. Left out by the runner while deployer_public_key has no value.
-- A pair: openssl genrsa 2048 | openssl pkcs8 -topk8 -v2 aes-256-cbc -out inverterflow.p8
--         openssl rsa -in inverterflow.p8 -pubout -out inverterflow.pub
USE ROLE ACCOUNTADMIN;
ALTER USER &{deployer_user} SET RSA_PUBLIC_KEY = '&{deployer_public_key}';
