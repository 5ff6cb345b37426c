package org.triviumcrm.support.article;

import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.triviumcrm.identity.People;
import org.triviumcrm.identity.PersonRef;
import org.triviumcrm.messaging.Notices;

/** Tells whoever looks after an article that somebody else has published it. */
@Component
class ArticleNotices {

    private final ArticleRepository articles;
    private final People people;
    private final Notices notices;

    ArticleNotices(ArticleRepository articles, People people, Notices notices) {
        this.articles = articles;
        this.people = people;
        this.notices = notices;
    }

    @EventListener
    void on(ArticlePublished event) {
        Article article = articles.findById(event.articleId()).orElseThrow();
        Long owner = article.getOwnerId();
        if (owner != null && owner != event.byId()) {
            String by = people.find(event.byId()).map(PersonRef::name).orElse("–");
            notices.tell(
                    List.of(owner),
                    "support.article.notice.published",
                    List.of(by, article.getName()),
                    ArticleList.PATH + "/" + article.getId());
        }
    }
}
