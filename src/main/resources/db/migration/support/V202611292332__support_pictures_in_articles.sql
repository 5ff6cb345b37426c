-- Pictures that words of an article show; each language and each version names them by their number.
CREATE SEQUENCE article_picture_seq INCREMENT BY 50;
CREATE TABLE article_picture (
    id           bigint       NOT NULL PRIMARY KEY,
    article_id   bigint       NOT NULL REFERENCES article (id) ON DELETE CASCADE,
    name         varchar(255) NOT NULL,
    -- what it shows, for whoever doesn't see it
    alt          varchar(200) NOT NULL,
    content_type varchar(100) NOT NULL,
    size_bytes   bigint       NOT NULL,
    sha256       varchar(64)  NOT NULL,
    created_at   timestamptz  NOT NULL,
    created_by   bigint REFERENCES person (id)
);
CREATE INDEX article_picture_article ON article_picture (article_id, id);
CREATE TABLE article_picture_piece (
    picture_id bigint NOT NULL REFERENCES article_picture (id) ON DELETE CASCADE,
    position   int    NOT NULL,
    bytes      bytea  NOT NULL,
    PRIMARY KEY (picture_id, position)
);
