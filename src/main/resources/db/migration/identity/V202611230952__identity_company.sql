-- The one company that this installation belongs to; its row is written by the first run.
CREATE TABLE company (
    id         int          NOT NULL PRIMARY KEY DEFAULT 1 CHECK (id = 1),
    name       varchar(200) NOT NULL,
    currency   char(3)      NOT NULL,
    locale     varchar(20)  NOT NULL,
    time_zone  varchar(60)  NOT NULL,
    created_at timestamptz  NOT NULL,
    updated_at timestamptz  NOT NULL,
    version    int          NOT NULL DEFAULT 0
);
