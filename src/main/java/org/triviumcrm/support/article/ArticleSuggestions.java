package org.triviumcrm.support.article;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.support.category.ArticleLanguage;

/** Articles that fit what somebody says or types: for agents in tickets and chats, and for customers themselves. */
@Service
public class ArticleSuggestions {

    /** Of what is said, the beginning says most. */
    private static final int WORDS = 40;

    /** Chinese says twice as much with a character. */
    private static final Map<ArticleLanguage, Integer> EXTRACT =
            Map.of(ArticleLanguage.EN, 180, ArticleLanguage.ZH, 90);

    /** What scores less than this part of the best has only a word in common by chance. */
    private static final double WORTH_SHOWING = 0.2;

    private final ArticleSearchRepository articles;

    ArticleSuggestions(ArticleSearchRepository articles) {
        this.articles = articles;
    }

    /**
     * For somebody of the company: internal and public ones, each in the language that fits.
     *
     * @param said any number of words, such as the subject of a ticket and what the customer wrote
     * @param preferred the customer's language; null when nobody knows it
     */
    @CanViewArticles
    @Transactional(readOnly = true)
    public List<FoundArticle> forColleagues(
            Viewer viewer, String said, @Nullable ArticleLanguage preferred, int limit) {
        return find(said, false, null, preferred, limit);
    }

    /** For anybody: what is public, in their language alone; nobody needs to be signed in. */
    @Transactional(readOnly = true)
    public List<FoundArticle> forEverybody(String said, ArticleLanguage language, int limit) {
        return find(said, true, language, null, limit);
    }

    private List<FoundArticle> find(
            String said,
            boolean onlyPublic,
            @Nullable ArticleLanguage only,
            @Nullable ArticleLanguage preferred,
            int limit) {
        List<String> words = ArticleWords.asked(said, WORDS);
        if (words.isEmpty()) {
            return List.of();
        }
        // an article may come in each language
        int most = limit * ArticleLanguage.values().length;
        Map<Long, ArticleSearchRepository.Hit> found = new LinkedHashMap<>();
        double best = 0;
        for (ArticleSearchRepository.Hit hit : articles.find(words, onlyPublic, only, preferred, most)) {
            best = Math.max(best, hit.score());
            boolean theirs = preferred != null && hit.language().equals(preferred.name());
            boolean known = found.containsKey(hit.articleId());
            if (known ? theirs : hit.score() >= best * WORTH_SHOWING) {
                found.put(hit.articleId(), hit);
            }
        }
        return found.values().stream().limit(limit).map(hit -> of(hit, said)).toList();
    }

    private static FoundArticle of(ArticleSearchRepository.Hit hit, String said) {
        ArticleLanguage language = ArticleLanguage.valueOf(hit.language());
        return new FoundArticle(
                hit.articleId(),
                language,
                ArticleAudience.valueOf(hit.audience()),
                hit.title(),
                Extract.whole(hit.title(), said),
                Extract.of(hit.plain(), said, EXTRACT.getOrDefault(language, 180)),
                hit.score());
    }
}
