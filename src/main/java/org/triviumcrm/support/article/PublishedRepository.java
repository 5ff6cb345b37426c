package org.triviumcrm.support.article;

import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.shared.markup.Markdown;

/** What readers get, and how it is found. */
@Repository
class PublishedRepository {

    private final JdbcClient database;

    PublishedRepository(JdbcClient database) {
        this.database = database;
    }

    /** Readers get these words from now on. @param byId 0 for nobody in particular */
    void show(ArticleText text, long byId, Instant now) {
        String plain = Markdown.words(text.getBody());
        database.sql("""
                        insert into article_published (text_id, article_id, language, title, body, plain, document, published_at, published_by)
                        values (:text, :article, :language, :title, :body, :plain,
                                setweight(to_tsvector('english', :titleWords), 'A') || setweight(to_tsvector('english', :words), 'D'), :now, :by)
                        on conflict (text_id) do update set title = excluded.title, body = excluded.body, plain = excluded.plain,
                            document = excluded.document, published_at = excluded.published_at, published_by = excluded.published_by""")
                .param("text", text.getId())
                .param("article", text.getArticleId())
                .param("language", text.getLanguage().name())
                .param("title", text.getTitle())
                .param("body", text.getBody())
                .param("plain", plain)
                .param("titleWords", ArticleWords.spread(text.getTitle()))
                .param("words", ArticleWords.spread(plain))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("by", byId == 0 ? null : byId, Types.BIGINT)
                .update();
    }

    /** Readers don't get them any more. */
    void hide(ArticleText text) {
        database.sql("delete from article_published where text_id = :text")
                .param("text", text.getId())
                .update();
    }

    /** Words that are published and that readers don't get yet. */
    List<Long> missing() {
        return database.sql("""
                        select t.id from article_text t
                        where t.state = 'PUBLISHED' and not exists (select 1 from article_published p where p.text_id = t.id)
                        order by t.id""").query(Long.class).list();
    }
}
