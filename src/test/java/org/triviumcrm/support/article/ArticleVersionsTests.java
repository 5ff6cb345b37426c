package org.triviumcrm.support.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.support.category.ArticleLanguage;
import org.triviumcrm.support.vote.ViewCounter;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.CommittingTest;

/** What the words of an article once were; the history writes them as a change is committed. */
@CommittingTest
class ArticleVersionsTests {

    @Autowired
    ArticleService articles;

    @Autowired
    ArticleTextService texts;

    @Autowired
    VersionService versions;

    @Autowired
    ViewCounter views;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient database;

    @Test
    void areListedByWhatWasWrittenAndBroughtBack() {
        Viewer editor = accounts.person("service_manager", null);
        long id = articles.create(
                editor,
                new CreateArticle(
                        "Pump stops", "Old line", ArticleLanguage.EN, null, ArticleAudience.INTERNAL, null, null));
        texts.become(editor, id, ArticleLanguage.EN, ArticleState.PUBLISHED);
        write(editor, id, "New line");
        write(editor, id, "Newest line");
        texts.become(editor, id, ArticleLanguage.EN, ArticleState.PUBLISHED);

        List<ArticleVersion> all = versions.of(editor, id, ArticleLanguage.EN);
        assertThat(all).extracting(ArticleVersion::number).containsExactly(3, 2, 1);
        assertThat(all).extracting(ArticleVersion::body).containsExactly("Newest line", "New line", "Old line");
        assertThat(all).extracting(ArticleVersion::published).containsExactly(true, false, true);
        assertThat(all).extracting(ArticleVersion::by).containsOnly(editor.name());

        versions.restore(editor, id, ArticleLanguage.EN, all.get(2).revision());
        assertThat(versions.of(editor, id, ArticleLanguage.EN).get(0))
                .extracting(ArticleVersion::number, ArticleVersion::body, ArticleVersion::published)
                .containsExactly(4, "Old line", false);
        assertThat(database.sql("select body from article_published where article_id = ?")
                        .param(id)
                        .query(String.class)
                        .single())
                .isEqualTo("Newest line");
    }

    @Test
    void viewsAreGatheredAndWrittenTogether() {
        Viewer editor = accounts.person("service_manager", null);
        long id = articles.create(
                editor,
                new CreateArticle("Read", "Often", ArticleLanguage.EN, null, ArticleAudience.INTERNAL, null, null));
        int version = articles.page(editor, id).version();
        for (int i = 0; i < 5; i++) {
            views.count(id);
        }
        views.write();
        assertThat(articles.page(editor, id).views()).isEqualTo(5);
        assertThat(articles.page(editor, id).version()).isEqualTo(version);
    }

    private void write(Viewer editor, long id, String body) {
        ArticleText text = texts.find(editor, id, ArticleLanguage.EN);
        assertThat(text).isNotNull();
        texts.write(editor, id, ArticleLanguage.EN, new SaveText("Pump stops", body, true, text.getVersion()));
    }
}
