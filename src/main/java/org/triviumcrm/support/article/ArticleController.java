package org.triviumcrm.support.article;

import jakarta.validation.Valid;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.list.ListService;
import org.triviumcrm.shared.markup.Markdown;
import org.triviumcrm.shared.web.Option;
import org.triviumcrm.shared.web.Rejected;
import org.triviumcrm.support.category.ArticleLanguage;

/** The list of articles, their search, their page, and new ones. */
@Controller
class ArticleController {

    private static final int CHOICES = 20;
    private static final int FOUND = 30;

    private final ArticleService articles;
    private final ArticleSuggestions suggestions;
    private final ListService lists;
    private final ArticleForms forms;

    ArticleController(ArticleService articles, ArticleSuggestions suggestions, ListService lists, ArticleForms forms) {
        this.articles = articles;
        this.suggestions = suggestions;
        this.lists = lists;
        this.forms = forms;
    }

    @GetMapping(ArticleList.PATH)
    String list(@RequestParam MultiValueMap<String, String> parameters, Viewer viewer, Model model) {
        model.addAttribute("list", lists.page(ArticleList.NOUN, viewer, parameters));
        return "support/article/list";
    }

    /** In what they say, the best first. */
    @GetMapping(ArticleList.PATH + "/search")
    String search(@RequestParam(required = false) @Nullable String q, Viewer viewer, Model model) {
        String typed = q == null ? "" : q;
        model.addAttribute("typed", typed);
        model.addAttribute(
                "found", suggestions.forColleagues(viewer, typed, ArticleLanguage.of(viewer.locale()), FOUND));
        return "support/article/search";
    }

    @GetMapping(ArticleList.PATH + "/{id:\\d+}")
    String show(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable ArticleLanguage language,
            Viewer viewer,
            Model model) {
        ArticlePage page = articles.page(viewer, id);
        ArticlePage.Text text = page.shown(language == null ? ArticleLanguage.of(viewer.locale()) : language);
        model.addAttribute("article", page);
        model.addAttribute("text", text);
        model.addAttribute("words", Markdown.html(text.body(), ArticlePictures.inside(id)));
        return "support/article/show";
    }

    @CanWriteArticles
    @GetMapping(ArticleList.PATH + "/new")
    String blank(Viewer viewer, Model model) {
        model.addAttribute("article", blank(viewer));
        return form(viewer, model, null, viewer.personId());
    }

    @CanWriteArticles
    @PostMapping(ArticleList.PATH)
    String create(
            @Valid @ModelAttribute("article") CreateArticle article,
            BindingResult errors,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        if (!errors.hasErrors() && !articles.mayOwn(viewer, article.ownerId())) {
            errors.rejectValue("ownerId", "support.article.error.owner");
        }
        if (errors.hasErrors()) {
            return Rejected.with(form(viewer, model, article.articleCategoryId(), article.ownerId()));
        }
        long id = articles.create(viewer, article);
        flash.addFlashAttribute("notice", "support.article.created");
        return "redirect:" + ArticleList.PATH + "/" + id + "?language=" + article.language();
    }

    @PostMapping(ArticleList.PATH + "/{id:\\d+}/deletion")
    String delete(@PathVariable long id, Viewer viewer, RedirectAttributes flash) {
        try {
            articles.delete(viewer, id);
        } catch (WrongArticleState refused) {
            boolean publishes = viewer.can("support.article.publish");
            flash.addFlashAttribute(
                    "problem", publishes ? "support.article.error.published" : "support.article.error.notYours");
            return "redirect:" + ArticleList.PATH + "/" + id;
        }
        flash.addFlashAttribute("notice", "support.article.deleted");
        return "redirect:" + ArticleList.PATH;
    }

    /** Who can look after one. */
    @GetMapping(ArticleList.PATH + "/owners")
    @ResponseBody
    List<Option> owners(@RequestParam(required = false) @Nullable String q, Viewer viewer) {
        return articles.owners(viewer, q, CHOICES).stream()
                .map(person -> new Option(person.id(), person.name()))
                .toList();
    }

    @SuppressWarnings("NullAway") // a form to begin with
    private static CreateArticle blank(Viewer viewer) {
        return new CreateArticle(
                null, null, ArticleLanguage.of(viewer.locale()), null, ArticleAudience.PUBLIC, viewer.personId(), null);
    }

    private String form(Viewer viewer, Model model, @Nullable Long categoryId, @Nullable Long ownerId) {
        forms.fill(viewer, model, categoryId, ownerId);
        return "support/article/form";
    }
}
