package org.triviumcrm.support.vote;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.web.NotFound;
import org.triviumcrm.support.article.ArticlePage;
import org.triviumcrm.support.article.ArticleService;

/** What colleagues say about articles, and why articles did not help. */
@Service
public class VoteService {

    private static final int SIZE = 50;
    private static final int WORST = 10;

    private final VoteRepository votes;
    private final ArticleService articles;
    private final Clock clock;

    VoteService(VoteRepository votes, ArticleService articles, Clock clock) {
        this.votes = votes;
        this.articles = articles;
        this.clock = clock;
    }

    /** @throws NotFound when the viewer does not see the article */
    @CanReadArticles
    @Transactional
    public void vote(Viewer viewer, long articleId, GiveVote vote) {
        ArticlePage page = articles.page(viewer, articleId);
        votes.keep(
                articleId,
                Objects.requireNonNullElse(vote.language(), page.mainLanguage()),
                vote,
                "person " + viewer.personId(),
                viewer.personId(),
                clock.instant());
    }

    /** @param reason null for all; @param before id of a vote, the next ones are older */
    @CanSeeFeedback
    @Transactional(readOnly = true)
    public Feedback feedback(Viewer viewer, @Nullable VoteReason reason, long before) {
        List<UnhelpfulVote> some = votes.unhelpful(reason, before, SIZE + 1);
        boolean more = some.size() > SIZE;
        List<UnhelpfulVote> shown = more ? some.subList(0, SIZE) : some;
        return new Feedback(
                votes.reasons(),
                votes.worst(WORST),
                shown,
                more ? shown.get(SIZE - 1).id() : null);
    }
}
