package org.triviumcrm.support.article;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.support.category.ArticleLanguage;

/** Reads for an article's page. */
@Repository
class ArticlePageRepository {

    private final JdbcClient database;

    ArticlePageRepository(JdbcClient database) {
        this.database = database;
    }

    Optional<ArticlePage> find(Viewer viewer, long id) {
        ArticleScope scope = ArticleScope.of(viewer);
        List<ArticlePage.Text> texts = texts(id, scope.all());
        return texts.isEmpty()
                ? Optional.empty()
                : database.sql("""
                        select a.*, c.name as category, w.name as owner
                        from article a
                        left join article_category c on c.id = a.article_category_id
                        left join person w on w.id = a.owner_id
                        where a.id = :id and %s""".formatted(scope.sql("a")))
                        .param("id", id)
                        .query((row, number) -> page(row, texts))
                        .optional();
    }

    private List<ArticlePage.Text> texts(long id, boolean all) {
        return database.sql("""
                        select t.language, case when :all then t.title else p.title end as title, case when :all then t.body else p.body end as body,
                               t.state, t.edited, t.written_at, p.published_at, b.name as published_by,
                               t.id <> m.id and t.state <> 'RETIRED' and t.checked_at < m.written_at as behind
                        from article_text t
                        join article a on a.id = t.article_id
                        join article_text m on m.article_id = a.id and m.language = a.main_language
                        left join article_published p on p.text_id = t.id
                        left join person b on b.id = p.published_by
                        where t.article_id = :id and (:all or p.text_id is not null)
                        order by t.id <> m.id, t.language""")
                .param("id", id)
                .param("all", all)
                .query((row, number) -> new ArticlePage.Text(
                        ArticleLanguage.valueOf(row.getString("language")),
                        row.getString("title"),
                        row.getString("body"),
                        ArticleState.valueOf(row.getString("state")),
                        row.getBoolean("edited"),
                        row.getBoolean("behind"),
                        row.getObject("written_at", OffsetDateTime.class).toInstant(),
                        instant(row, "published_at"),
                        row.getString("published_by")))
                .list();
    }

    private static ArticlePage page(ResultSet row, List<ArticlePage.Text> texts) throws SQLException {
        return new ArticlePage(
                row.getLong("id"),
                row.getString("name"),
                ArticleLanguage.valueOf(row.getString("main_language")),
                row.getObject("article_category_id", Long.class),
                row.getString("category"),
                ArticleAudience.valueOf(row.getString("audience")),
                ArticleState.valueOf(row.getString("state")),
                row.getObject("owner_id", Long.class),
                row.getString("owner"),
                row.getObject("review_on", LocalDate.class),
                row.getLong("views"),
                row.getInt("helpful"),
                row.getInt("unhelpful"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("updated_at", OffsetDateTime.class).toInstant(),
                row.getInt("version"),
                texts);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
