package org.triviumcrm.support.category;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.triviumcrm.shared.history.HistoryField;
import org.triviumcrm.shared.history.HistoryNames;
import org.triviumcrm.shared.history.HistoryTable;
import org.triviumcrm.shared.history.RecordNames;

/** What the history shows of categories. */
@Configuration(proxyBeanMethods = false)
class CategoryHistory {

    @Bean
    HistoryTable historyOfArticleCategories() {
        return new HistoryTable(
                "article_category",
                "support.category.one",
                "name_en",
                CategoryController.PATH + "/{id}/edit",
                List.of(
                        HistoryField.text("name_en", "support.category.nameEn"),
                        HistoryField.text("name_zh", "support.category.nameZh"),
                        new HistoryField("parent_id", "support.category.parent", "article_category"),
                        new HistoryField("position", "support.category.position", HistoryField.NUMBER),
                        new HistoryField("active", "support.category.active", HistoryField.YES_NO)));
    }

    @Bean
    HistoryNames namesOfArticleCategories(JdbcClient database) {
        return new RecordNames(database, "article_category");
    }
}
