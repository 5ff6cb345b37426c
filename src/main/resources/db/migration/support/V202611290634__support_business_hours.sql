-- When the company, or a part of it, works: what promises to customers are counted by.
CREATE SEQUENCE business_calendar_seq INCREMENT BY 50;
CREATE TABLE business_calendar (
    id           bigint       NOT NULL PRIMARY KEY,
    name         varchar(100) NOT NULL,
    zone         varchar(60)  NOT NULL DEFAULT 'UTC',
    -- the hours of a day: 09:00-12:00, 13:30-18:00; nothing when nobody works
    monday       varchar(200) NOT NULL DEFAULT '',
    tuesday      varchar(200) NOT NULL DEFAULT '',
    wednesday    varchar(200) NOT NULL DEFAULT '',
    thursday     varchar(200) NOT NULL DEFAULT '',
    friday       varchar(200) NOT NULL DEFAULT '',
    saturday     varchar(200) NOT NULL DEFAULT '',
    sunday       varchar(200) NOT NULL DEFAULT '',
    -- holidays and days worked in exchange, a line each
    special_days text         NOT NULL DEFAULT '',
    -- where nothing else is said
    usual        boolean      NOT NULL DEFAULT false,
    created_at   timestamptz  NOT NULL,
    updated_at   timestamptz  NOT NULL,
    version      int          NOT NULL DEFAULT 0
);
CREATE UNIQUE INDEX business_calendar_name ON business_calendar (lower(name));
CREATE UNIQUE INDEX business_calendar_usual ON business_calendar (usual) WHERE usual;
CREATE TABLE business_calendar_aud (
    id           bigint NOT NULL,
    rev          bigint NOT NULL REFERENCES revision (id),
    revtype      smallint,
    name         varchar(100),
    zone         varchar(60),
    monday       varchar(200),
    tuesday      varchar(200),
    wednesday    varchar(200),
    thursday     varchar(200),
    friday       varchar(200),
    saturday     varchar(200),
    sunday       varchar(200),
    special_days text,
    usual        boolean,
    version      int,
    PRIMARY KEY (id, rev)
);
CREATE INDEX business_calendar_aud_rev ON business_calendar_aud (rev, id);

-- Companies that are there already start with the same hours as new ones.
INSERT INTO business_calendar (id, name, zone, monday, tuesday, wednesday, thursday, friday, usual, created_at, updated_at)
SELECT nextval('business_calendar_seq'), CASE WHEN c.locale LIKE 'zh%' THEN '工作时间' ELSE 'Office hours' END, c.time_zone,
       '09:00-18:00', '09:00-18:00', '09:00-18:00', '09:00-18:00', '09:00-18:00', true, now(), now()
FROM company c;
