-- Public key of the service user: the base64 text between the PEM lines, as one line. Run by an account administrator.
ALTER USER &{deployer_user} SET RSA_PUBLIC_KEY = '&{deployer_public_key}';
