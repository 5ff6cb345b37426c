package org.triviumcrm.support.desk;

import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.web.NotFound;
import org.triviumcrm.support.article.ArticleSuggestions;
import org.triviumcrm.support.article.FoundArticle;
import org.triviumcrm.support.category.ArticleLanguage;
import org.triviumcrm.support.ticket.TicketPage;
import org.triviumcrm.support.ticket.TicketService;

/** Articles that may answer a ticket. */
@Service
public class TicketArticleService {

    private static final int SUGGESTED = 5;
    private static final int MESSAGES = 2;

    private final TicketService tickets;
    private final TicketWordsRepository words;
    private final ArticleSuggestions articles;

    TicketArticleService(TicketService tickets, TicketWordsRepository words, ArticleSuggestions articles) {
        this.tickets = tickets;
        this.words = words;
        this.articles = articles;
    }

    /**
     * By its subject and what the customer said last, in the customer's language.
     *
     * @param typed looks for something else than that; empty for the ticket itself
     * @throws NotFound when the viewer does not see the ticket
     */
    @CanSeeTickets
    @Transactional(readOnly = true)
    public List<FoundArticle> suggest(Viewer viewer, long ticketId, String typed) {
        TicketPage ticket = tickets.page(viewer, ticketId);
        if (!viewer.can("support.article.view")) {
            return List.of();
        }
        String said = ticket.name() + "\n" + String.join("\n", words.of(ticketId, MESSAGES));
        return articles.forColleagues(viewer, typed.isBlank() ? said : typed, ArticleLanguage.guess(said), SUGGESTED);
    }
}
