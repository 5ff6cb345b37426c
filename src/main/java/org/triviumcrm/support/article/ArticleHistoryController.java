package org.triviumcrm.support.article;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.history.FieldHistory;
import org.triviumcrm.shared.history.HistoryPage;

/** Who changed what about an article. Drafts come along in it, so it is for those who write. */
@Controller
class ArticleHistoryController {

    private final ArticleService articles;
    private final FieldHistory history;

    ArticleHistoryController(ArticleService articles, FieldHistory history) {
        this.articles = articles;
        this.history = history;
    }

    @CanWriteArticles
    @GetMapping(ArticleList.PATH + "/{id:\\d+}/history")
    String show(@PathVariable long id, Viewer viewer, Locale locale, HtmxRequest request, Model model) {
        String name = articles.page(viewer, id).name();
        return HistoryPage.of(model, request, "articles", name, history.of("article", id, HistoryPage.SIZE, locale));
    }
}
