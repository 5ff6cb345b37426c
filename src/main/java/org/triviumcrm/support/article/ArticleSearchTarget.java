package org.triviumcrm.support.article;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.triviumcrm.shared.search.SearchTarget;

/** Articles are found by their title; what stands in them has a search of its own. */
@Configuration(proxyBeanMethods = false)
class ArticleSearchTarget {

    @Bean
    SearchTarget articlesByTitle() {
        return new SearchTarget(
                        ArticleList.NOUN,
                        "support.article.view",
                        "article",
                        List.of("r.name"),
                        "c.name",
                        "left join article_category c on c.id = r.article_category_id",
                        ArticleList.PATH,
                        "book",
                        28)
                .seenBy(ArticleScope::of);
    }
}
