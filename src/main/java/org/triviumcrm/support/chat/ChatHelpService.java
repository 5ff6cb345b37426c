package org.triviumcrm.support.chat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.support.article.ArticleSuggestions;
import org.triviumcrm.support.article.FoundArticle;
import org.triviumcrm.support.category.ArticleLanguage;
import org.triviumcrm.support.macro.MacroLanguage;
import org.triviumcrm.support.macro.MacroTextService;

/** What helps to answer: prepared replies, and articles that fit the visitor's last words. */
@Service
public class ChatHelpService {

    private static final int MACROS = 12;
    private static final int ARTICLES = 4;
    private static final int WORDS = 3;

    private final ChatReadRepository readings;
    private final MacroTextService macros;
    private final ArticleSuggestions articles;

    ChatHelpService(ChatReadRepository readings, MacroTextService macros, ArticleSuggestions articles) {
        this.readings = readings;
        this.macros = macros;
        this.articles = articles;
    }

    /** @param chat as the viewer sees it */
    @CanAnswerChats
    @Transactional(readOnly = true)
    public List<MacroTextService.Prepared> prepared(Viewer viewer, ChatFacts chat) {
        if (!viewer.can("support.ticket.reply")) {
            return List.of();
        }
        return macros.prepared(
                viewer, chat.queueId(), MacroLanguage.valueOf(chat.language()), chat.visitorName(), MACROS);
    }

    /** @param asked what somebody looks for; null for what fits what the visitor said last */
    @CanAnswerChats
    @Transactional(readOnly = true)
    public List<FoundArticle> articles(Viewer viewer, ChatFacts chat, @Nullable String asked) {
        if (!viewer.can("support.article.view")) {
            return List.of();
        }
        String said =
                asked == null || asked.isBlank() ? String.join("\n", readings.lastWords(chat.id(), WORDS)) : asked;
        return articles.forColleagues(viewer, said, ArticleLanguage.valueOf(chat.language()), ARTICLES);
    }
}
