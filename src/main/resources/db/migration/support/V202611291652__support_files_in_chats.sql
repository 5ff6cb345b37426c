-- Files that visitors and agents send in a talk; each is a word of its talk.
CREATE SEQUENCE chat_file_seq INCREMENT BY 50;
CREATE TABLE chat_file (
    id           bigint       NOT NULL PRIMARY KEY,
    chat_id      bigint       NOT NULL,
    seq          int          NOT NULL,
    name         varchar(255) NOT NULL,
    content_type varchar(100) NOT NULL,
    size_bytes   bigint       NOT NULL,
    sha256       varchar(64)  NOT NULL,
    FOREIGN KEY (chat_id, seq) REFERENCES chat_message (chat_id, seq) ON DELETE CASCADE
);
CREATE UNIQUE INDEX chat_file_word ON chat_file (chat_id, seq);
CREATE TABLE chat_file_piece (
    file_id  bigint NOT NULL REFERENCES chat_file (id) ON DELETE CASCADE,
    position int    NOT NULL,
    bytes    bytea  NOT NULL,
    PRIMARY KEY (file_id, position)
);
