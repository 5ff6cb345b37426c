package org.triviumcrm.support.article;

import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.history.EditConflicts;
import org.triviumcrm.shared.markup.Markdown;
import org.triviumcrm.shared.web.Rejected;
import org.triviumcrm.support.category.ArticleLanguage;

/** The words of an article in a language: written, published, taken away. */
@Controller
class ArticleTextController {

    private static final String ONE = ArticleList.PATH + "/{id:\\d+}/texts/{language}";

    private final ArticleService articles;
    private final ArticleTextService texts;
    private final EditConflicts conflicts;

    ArticleTextController(ArticleService articles, ArticleTextService texts, EditConflicts conflicts) {
        this.articles = articles;
        this.texts = texts;
        this.conflicts = conflicts;
    }

    @CanWriteArticles
    @GetMapping(ONE + "/edit")
    String edit(@PathVariable long id, @PathVariable ArticleLanguage language, Viewer viewer, Model model) {
        ArticleText text = texts.find(viewer, id, language);
        model.addAttribute("words", text == null ? SaveText.empty() : SaveText.of(text));
        return form(viewer, model, id, language);
    }

    @CanWriteArticles
    @PostMapping(ONE)
    String write(
            @PathVariable long id,
            @PathVariable ArticleLanguage language,
            @Valid @ModelAttribute("words") SaveText words,
            BindingResult errors,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        String form = form(viewer, model, id, language);
        if (errors.hasErrors()) {
            return Rejected.with(form);
        }
        try {
            texts.write(viewer, id, language, words);
        } catch (ObjectOptimisticLockingFailureException e) {
            ArticleText now = texts.find(viewer, id, language);
            if (now == null) {
                throw e;
            }
            return conflicts.show(model, "article_text", now.getId(), now.getVersion(), SaveText.of(now), words, form);
        }
        flash.addFlashAttribute("notice", "support.article.saved");
        return shown(id, language);
    }

    @PostMapping(ONE + "/state")
    String become(
            @PathVariable long id,
            @PathVariable ArticleLanguage language,
            @RequestParam ArticleState to,
            Viewer viewer,
            RedirectAttributes flash) {
        try {
            texts.become(viewer, id, language, to);
            flash.addFlashAttribute("notice", told(to));
        } catch (WrongArticleState refused) {
            flash.addFlashAttribute("problem", "support.article.error.state");
        }
        return shown(id, language);
    }

    private static String told(ArticleState state) {
        return switch (state) {
            case DRAFT -> "support.article.became.DRAFT";
            case PUBLISHED -> "support.article.became.PUBLISHED";
            case RETIRED -> "support.article.became.RETIRED";
        };
    }

    private String form(Viewer viewer, Model model, long id, ArticleLanguage language) {
        ArticlePage page = articles.page(viewer, id);
        ArticlePage.@Nullable Text main =
                language == page.mainLanguage() ? null : page.texts().get(0);
        model.addAttribute("article", page);
        model.addAttribute("language", language);
        model.addAttribute("main", main);
        model.addAttribute("mainWords", main == null ? null : Markdown.html(main.body(), ArticlePictures.inside(id)));
        return "support/article/text";
    }

    private static String shown(long id, ArticleLanguage language) {
        return "redirect:" + ArticleList.PATH + "/" + id + "?language=" + language;
    }
}
