package org.triviumcrm.support.help;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.shared.web.NotFound;
import org.triviumcrm.support.article.ArticleSuggestions;
import org.triviumcrm.support.article.FoundArticle;
import org.triviumcrm.support.category.ArticleLanguage;
import org.triviumcrm.support.vote.GiveVote;
import org.triviumcrm.support.vote.VoteRepository;

/** The public site. Nobody is signed in: each method gives only what everybody may read, and nothing while the site is off. */
@Service
public class HelpService {

    private static final int MOST_READ = 8;
    private static final int IN_A_CATEGORY = 500;
    private static final int FOUND = 20;
    private static final int LONGEST_SEARCH = 200;

    /** Votes from one address of the net: an office that learns something new gives fewer. */
    private static final int VOTES_AN_HOUR = 20;

    private final HelpRepository help;
    private final HelpSiteRepository sites;
    private final ArticleSuggestions articles;
    private final VoteRepository votes;
    private final Clock clock;

    HelpService(
            HelpRepository help,
            HelpSiteRepository sites,
            ArticleSuggestions articles,
            VoteRepository votes,
            Clock clock) {
        this.help = help;
        this.sites = sites;
        this.articles = articles;
        this.votes = votes;
        this.clock = clock;
    }

    /** @throws NotFound while it is switched off */
    @Transactional(readOnly = true)
    public SaveHelpSite site() {
        SaveHelpSite site = sites.read();
        if (!site.active()) {
            throw new NotFound();
        }
        return site;
    }

    /** Whether there is a site to which a link leads. */
    @Transactional(readOnly = true)
    public boolean isOpen() {
        return sites.read().active();
    }

    @Transactional(readOnly = true)
    public List<HelpCategory> categories(ArticleLanguage language) {
        site();
        return help.categories(language);
    }

    @Transactional(readOnly = true)
    public List<HelpEntry> mostRead(ArticleLanguage language) {
        site();
        return help.mostRead(language, MOST_READ);
    }

    @Transactional(readOnly = true)
    public List<HelpEntry> of(long categoryId, ArticleLanguage language) {
        site();
        return help.of(categoryId, language, IN_A_CATEGORY);
    }

    /** @throws NoSuchHelp when there is none that everybody may read in this language */
    @Transactional(readOnly = true)
    public HelpArticle article(long id, ArticleLanguage language) {
        site();
        return help.article(id, language).orElseThrow(NoSuchHelp::new);
    }

    @Transactional(readOnly = true)
    public List<FoundArticle> find(String typed, ArticleLanguage language) {
        site();
        String some = typed.length() > LONGEST_SEARCH ? typed.substring(0, LONGEST_SEARCH) : typed;
        return articles.forEverybody(some, language, FOUND);
    }

    /** @throws TooManyVotes when that many come from there that they are nobody's opinion */
    @Transactional
    public void vote(long id, ArticleLanguage language, GiveVote vote, String address, String browser) {
        article(id, language);
        Instant now = clock.instant();
        Reader reader = Reader.of(sites.secret(), address, browser);
        if (votes.count(reader.place(), now.minus(Duration.ofHours(1))) >= VOTES_AN_HOUR) {
            throw new TooManyVotes();
        }
        votes.keep(id, language, vote, reader.mark(), null, now);
    }
}
