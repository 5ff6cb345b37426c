package org.triviumcrm.support.visitor;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.triviumcrm.shared.web.NotFound;
import org.triviumcrm.support.article.ArticleSuggestions;
import org.triviumcrm.support.category.ArticleLanguage;
import org.triviumcrm.support.help.HelpService;
import org.triviumcrm.support.help.TooManyVotes;
import org.triviumcrm.support.vote.GiveVote;
import org.triviumcrm.support.widget.ChatWidget;

/** What may help visitors before anybody answers: published articles that everybody may read, and nothing else. */
@Service
public class VisitorHelpService {

    private static final Duration WHILE = Duration.ofMinutes(10);
    private static final int MOST = 3;
    private static final int LONGEST = 400;

    private final VisitorKeys keys;
    private final VisitorService visitors;
    private final ArticleSuggestions articles;
    private final HelpService help;
    private final FloodRepository flood;
    private final Clock clock;

    VisitorHelpService(
            VisitorKeys keys,
            VisitorService visitors,
            ArticleSuggestions articles,
            HelpService help,
            FloodRepository flood,
            Clock clock) {
        this.keys = keys;
        this.visitors = visitors;
        this.articles = articles;
        this.help = help;
        this.flood = flood;
        this.clock = clock;
    }

    /** Articles in the visitor's language; none where the widget or the help site is switched off. */
    List<OfferedArticle> articles(String key, Sent sent, String address) {
        ChatWidget widget = keys.widget(key);
        String said = sent.beginning("text", LONGEST);
        if (said == null || !widget.isSuggests() || !help.isOpen()) {
            return List.of();
        }
        Instant now = clock.instant();
        VisitorKeys.limit(flood.count(widget.getId(), "ASK", VisitorKeys.marked(widget, address), WHILE, now), 60);
        VisitorKeys.limit(flood.count(widget.getId(), "ASK", "", WHILE, now), 5_000);
        ArticleLanguage language = language(widget, sent);
        return articles.forEverybody(said, language, MOST).stream()
                .map(found -> new OfferedArticle(
                        found.id(),
                        found.name(),
                        found.extract().text(),
                        "/help/" + language.tag() + "/articles/" + found.id()))
                .toList();
    }

    /** One of them was enough: its talk, if there is one, ends, and the article was helpful as if its reader had said so there. */
    void helped(String key, @Nullable String token, Sent sent, String address, String browser) {
        ChatWidget widget = keys.widget(key);
        if (token != null) {
            visitors.helped(key, token);
        }
        int article = sent.number("article");
        if (article > 0) {
            ArticleLanguage language = language(widget, sent);
            try {
                help.vote(article, language, new GiveVote(true, null, null, language), address, browser);
            } catch (TooManyVotes | NotFound notCounted) {
                // it has helped all the same
            }
        }
    }

    private static ArticleLanguage language(ChatWidget widget, Sent sent) {
        return ArticleLanguage.valueOf(
                widget.getLanguage().on(sent.beginning("language", 20)).name());
    }
}
