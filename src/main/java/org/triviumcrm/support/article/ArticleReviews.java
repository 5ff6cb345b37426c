package org.triviumcrm.support.article;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.messaging.Notices;

/** Reminds those who look after articles on the day they said. */
@Component
class ArticleReviews {

    private static final int AT_ONCE = 200;

    private final ArticleReviewRepository articles;
    private final Notices notices;
    private final Clock clock;

    ArticleReviews(ArticleReviewRepository articles, Notices notices, Clock clock) {
        this.articles = articles;
        this.notices = notices;
        this.clock = clock;
    }

    @Transactional
    public void remind() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        for (ArticleReviewRepository.Due due : articles.take(today, AT_ONCE)) {
            notices.tell(
                    List.of(due.ownerId()),
                    "support.article.notice.review",
                    List.of(due.name()),
                    ArticleList.PATH + "/" + due.id());
        }
    }
}
