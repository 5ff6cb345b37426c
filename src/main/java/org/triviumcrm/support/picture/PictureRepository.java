package org.triviumcrm.support.picture;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.shared.attachment.FilePieces;
import org.triviumcrm.shared.attachment.SentFile;

/** Pictures of articles. Words name one by its number, so it stays as long as some words of the article do, old versions as well. */
@Repository
public class PictureRepository {

    private static final String PICTURE =
            "p.id, p.article_id, p.name, p.alt, p.content_type, p.size_bytes as size, p.sha256";

    /** Whether words show a picture {@code p}. */
    private static final String NAMED = "%s.body ~ ('\\]\\(picture:' || p.id || '[ )]')";

    private final JdbcClient database;
    private final FilePieces pieces;

    PictureRepository(JdbcClient database) {
        this.database = database;
        this.pieces = new FilePieces(database, "article_picture_piece", "picture_id");
    }

    /** The latest first. */
    List<ArticlePicture> of(long articleId) {
        return database.sql("select " + PICTURE + ", " + used() + " as used from article_picture p"
                        + " where p.article_id = ? order by p.id desc")
                .param(articleId)
                .query(ArticlePicture.class)
                .list();
    }

    int count(long articleId) {
        return database.sql("select count(*) from article_picture where article_id = ?")
                .param(articleId)
                .query(Integer.class)
                .single();
    }

    /** @param written those that are being worked on as well, not only what readers get */
    Optional<ArticlePicture> find(long articleId, long id, boolean written) {
        String shown = written
                ? "true"
                : "exists (select 1 from article_published t where t.article_id = p.article_id and "
                        + NAMED.formatted("t") + ")";
        return database.sql("select " + PICTURE + ", true as used from article_picture p"
                        + " where p.id = ? and p.article_id = ? and " + shown)
                .params(id, articleId)
                .query(ArticlePicture.class)
                .optional();
    }

    /** Empty unless everybody may read the article in this language, and its words show it. @param language EN or ZH */
    public Optional<ArticlePicture> findPublic(long articleId, long id, String language) {
        return database.sql("select " + PICTURE + ", true as used from article_picture p"
                        + " join article a on a.id = p.article_id and a.audience = 'PUBLIC' and a.state = 'PUBLISHED'"
                        + " join article_published t on t.article_id = a.id and t.language = ?"
                        + " where p.id = ? and p.article_id = ? and " + NAMED.formatted("t"))
                .params(language, id, articleId)
                .query(ArticlePicture.class)
                .optional();
    }

    void add(long articleId, String alt, SentFile file, long personId, Instant now) throws IOException {
        long id = database.sql("""
                        insert into article_picture (id, article_id, name, alt, content_type, size_bytes, sha256, created_at, created_by)
                        values (nextval('article_picture_seq'), :article, :name, :alt, :type, :size, '', :now, :person) returning id""")
                .param("article", articleId)
                .param("name", file.name())
                .param("alt", alt)
                .param("type", file.contentType())
                .param("size", file.size())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("person", personId)
                .query(Long.class)
                .single();
        database.sql("update article_picture set sha256 = :sha where id = :id")
                .param("sha", pieces.store(id, file.content()))
                .param("id", id)
                .update();
    }

    /** False when words show it, or did. */
    boolean remove(long articleId, long id) {
        return database.sql("delete from article_picture p where p.id = ? and p.article_id = ? and not " + used())
                        .params(id, articleId)
                        .update()
                > 0;
    }

    public void write(long id, OutputStream target) throws IOException {
        pieces.write(id, target);
    }

    private static String used() {
        return "(exists (select 1 from article_text t where t.article_id = p.article_id and " + NAMED.formatted("t")
                + ") or exists (select 1 from article_published t where t.article_id = p.article_id and "
                + NAMED.formatted("t")
                + ") or exists (select 1 from article_text w join article_text_aud t on t.id = w.id"
                + " where w.article_id = p.article_id and " + NAMED.formatted("t") + "))";
    }
}
