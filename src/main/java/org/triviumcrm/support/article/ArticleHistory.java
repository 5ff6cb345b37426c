package org.triviumcrm.support.article;

import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.triviumcrm.shared.history.ConstantNames;
import org.triviumcrm.shared.history.HistoryField;
import org.triviumcrm.shared.history.HistoryNames;
import org.triviumcrm.shared.history.HistoryTable;
import org.triviumcrm.shared.history.RecordNames;

/** What the history shows of articles. Their words are compared on a page of their own. */
@Configuration(proxyBeanMethods = false)
class ArticleHistory {

    private static final String AUDIENCE = "article-audience";
    private static final String STATE = "article-state";
    private static final String LANGUAGE = "article-language";

    @Bean
    HistoryTable historyOfArticles() {
        return new HistoryTable(
                "article",
                "support.article.one",
                "name",
                ArticleList.PATH + "/{id}",
                List.of(
                        HistoryField.text("name", "support.article.name"),
                        new HistoryField("article_category_id", "support.article.articleCategory", "article_category"),
                        new HistoryField("audience", "support.article.audience", AUDIENCE),
                        new HistoryField("state", "support.article.state", STATE),
                        new HistoryField("owner_id", "support.article.owner", "person"),
                        new HistoryField("review_on", "support.article.reviewOn", HistoryField.DATE)));
    }

    @Bean
    HistoryTable historyOfArticleTexts() {
        return new HistoryTable(
                "article_text",
                "support.article.text",
                "title",
                "",
                List.of(
                        new HistoryField("article_id", "support.article.one", "article"),
                        new HistoryField("language", "support.article.language", LANGUAGE),
                        HistoryField.text("title", "support.article.title"),
                        HistoryField.text("body", "support.article.body"),
                        new HistoryField("state", "support.article.state", STATE)));
    }

    @Bean
    HistoryNames namesOfArticleAudiences(MessageSource messages) {
        return new ConstantNames(messages, AUDIENCE, "support.article.audience.");
    }

    @Bean
    HistoryNames namesOfArticleStates(MessageSource messages) {
        return new ConstantNames(messages, STATE, "support.article.state.");
    }

    @Bean
    HistoryNames namesOfArticleLanguages(MessageSource messages) {
        return new ConstantNames(messages, LANGUAGE, "support.article.language.");
    }

    @Bean
    HistoryNames namesOfArticles(JdbcClient database) {
        return new RecordNames(database, "article");
    }
}
