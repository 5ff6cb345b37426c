package org.triviumcrm.support.article;

import static org.triviumcrm.shared.list.ColumnType.DATE;
import static org.triviumcrm.shared.list.ColumnType.INSTANT;
import static org.triviumcrm.shared.list.ColumnType.INTEGER;
import static org.triviumcrm.shared.list.ColumnType.YES_NO;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.triviumcrm.shared.list.Choices;
import org.triviumcrm.shared.list.ListColumn;
import org.triviumcrm.shared.list.ListDefinition;

/** What the list of articles shows, sorts and filters by; each with its index. */
@Configuration(proxyBeanMethods = false)
public class ArticleList {

    public static final String NOUN = "article";
    public static final String PATH = "/support/articles";

    @Bean
    ListDefinition articles() {
        return ListDefinition.of(NOUN, PATH)
                .messages("support.article")
                .permissions("support.article.view", "support.article.export")
                .from("article", "a")
                .seenBy(ArticleScope::of)
                .join("left join article_category category on category.id = a.article_category_id")
                .join("left join person owner on owner.id = a.owner_id")
                .column(ListColumn.link("name", "a.name", "a.id", PATH + "/{id}")
                        .sortableNotNull("a.name")
                        .filterable()
                        .containing("a.search_pieces")
                        .shown())
                .column(ListColumn.named("articleCategory", "category.name", "a.article_category_id")
                        .filterable("a.article_category_id", Choices.tree("article_category", "name"))
                        .shown())
                .column(ListColumn.choice(
                                "audience", "a.audience", Choices.of(ArticleAudience.class, "support.article.audience"))
                        .filterable()
                        .badge()
                        .shown())
                .column(ListColumn.choice("state", "a.state", Choices.of(ArticleState.class, "support.article.state"))
                        .filterable()
                        .badge()
                        .shown())
                .column(ListColumn.of("outdated", YES_NO, "a.outdated").filterable())
                .column(ListColumn.named("owner", "owner.name", "a.owner_id")
                        .filterable("a.owner_id", Choices.people())
                        .shown())
                .column(ListColumn.of("reviewOn", DATE, "a.review_on")
                        .sortable()
                        .filterable()
                        .shown())
                .column(ListColumn.of("views", INTEGER, "a.views")
                        .sortableNotNull("a.views")
                        .filterable()
                        .shown())
                .column(ListColumn.of("helpful", INTEGER, "a.helpful")
                        .sortableNotNull("a.helpful")
                        .filterable()
                        .shown())
                .column(ListColumn.of("unhelpful", INTEGER, "a.unhelpful")
                        .sortableNotNull("a.unhelpful")
                        .filterable()
                        .shown())
                .column(ListColumn.of("createdAt", INSTANT, "a.created_at")
                        .sortableNotNull("a.created_at")
                        .filterable())
                .column(ListColumn.of("updatedAt", INSTANT, "a.updated_at")
                        .sortableNotNull("a.updated_at")
                        .filterable()
                        .shown())
                .sortedBy("-updatedAt")
                .build();
    }
}
