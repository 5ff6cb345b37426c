package org.triviumcrm.support.article;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.support.category.ArticleLanguage;

/** Versions of an article in a language: listed, compared, brought back. */
@Controller
class VersionController {

    private static final String ONE = ArticleList.PATH + "/{id:\\d+}/texts/{language}";

    private final ArticleService articles;
    private final VersionService versions;

    VersionController(ArticleService articles, VersionService versions) {
        this.articles = articles;
        this.versions = versions;
    }

    /** @param from number of the older one, else the one before the newer; @param to of the newer one, else the latest */
    @GetMapping(ONE + "/versions")
    String list(
            @PathVariable long id,
            @PathVariable ArticleLanguage language,
            @RequestParam(required = false) @Nullable Integer from,
            @RequestParam(required = false) @Nullable Integer to,
            Viewer viewer,
            Model model) {
        List<ArticleVersion> all = versions.of(viewer, id, language);
        ArticleVersion newer = numbered(all, to == null ? all.get(0).number() : to);
        ArticleVersion older = numbered(all, from == null ? newer.number() - 1 : from);
        model.addAttribute("article", articles.page(viewer, id));
        model.addAttribute("language", language);
        model.addAttribute("versions", all);
        model.addAttribute("newer", newer);
        model.addAttribute("older", older);
        model.addAttribute("titles", Comparison.of(older.title(), newer.title()));
        model.addAttribute("bodies", Comparison.of(older.body(), newer.body()));
        return "support/article/versions";
    }

    @PostMapping(ONE + "/restoration")
    String restore(
            @PathVariable long id,
            @PathVariable ArticleLanguage language,
            @RequestParam long revision,
            Viewer viewer,
            RedirectAttributes flash) {
        versions.restore(viewer, id, language, revision);
        flash.addFlashAttribute("notice", "support.article.restored");
        return "redirect:" + ArticleList.PATH + "/" + id + "?language=" + language;
    }

    /** The nearest there is: the oldest for one before it. */
    private static ArticleVersion numbered(List<ArticleVersion> all, int number) {
        return all.stream()
                .filter(version -> version.number() <= number)
                .findFirst()
                .orElseGet(() -> all.get(all.size() - 1));
    }
}
