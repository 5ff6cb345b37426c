-- Receipts and quotas come from files, and are taken back as long as nobody has worked with them.
ALTER TABLE receipt ADD COLUMN version int NOT NULL DEFAULT 0;
ALTER TABLE quota
    ADD COLUMN version    int         NOT NULL DEFAULT 0,
    ADD COLUMN created_at timestamptz NOT NULL DEFAULT now(),
    ADD COLUMN updated_at timestamptz NOT NULL DEFAULT now();
