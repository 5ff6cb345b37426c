package org.triviumcrm.support.help;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.triviumcrm.support.category.ArticleLanguage;
import org.triviumcrm.support.vote.GiveVote;
import org.triviumcrm.support.vote.ViewCounter;
import org.triviumcrm.support.vote.VoteReason;

/** The public site. Its pages begin no session and set no cookie. */
@Controller
class HelpController {

    static final String PATH = "/help";

    private static final String IN = PATH + "/{tag:en|zh}";
    private static final Pattern MACHINE = Pattern.compile("(?i)bot|crawl|spider|preview|slurp");

    private final HelpService help;
    private final ViewCounter views;

    HelpController(HelpService help, ViewCounter views) {
        this.help = help;
        this.views = views;
    }

    /** In the reader's language. */
    @GetMapping(PATH)
    String start(Locale locale) {
        help.site();
        return "redirect:" + PATH + "/" + ArticleLanguage.of(locale).tag();
    }

    @GetMapping(IN)
    String home(@PathVariable String tag, Model model) {
        ArticleLanguage language = shell(tag, "", List.of(ArticleLanguage.values()), model);
        model.addAttribute("mostRead", help.mostRead(language));
        return "support/help/home";
    }

    @GetMapping(IN + "/search")
    String search(@PathVariable String tag, @RequestParam(required = false) @Nullable String q, Model model) {
        ArticleLanguage language = shell(tag, "", List.of(ArticleLanguage.values()), model);
        String typed = q == null ? "" : q.strip();
        model.addAttribute("typed", typed);
        model.addAttribute("found", help.find(typed, language));
        return "support/help/search";
    }

    @GetMapping(IN + "/categories/{id:\\d+}")
    String category(@PathVariable String tag, @PathVariable long id, Model model) {
        ArticleLanguage language = shell(tag, "/categories/" + id, List.of(ArticleLanguage.values()), model);
        HelpCategory category = categories(model).stream()
                .filter(one -> one.id() == id)
                .findFirst()
                .orElseThrow(NoSuchHelp::new);
        model.addAttribute("category", category);
        model.addAttribute("articles", help.of(id, language));
        return "support/help/category";
    }

    @GetMapping(IN + "/articles/{id:\\d+}")
    String article(
            @PathVariable String tag,
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String voted,
            HttpServletRequest request,
            Model model) {
        HelpArticle article = help.article(id, ArticleLanguage.of(tag).orElseThrow());
        shell(tag, "/articles/" + id, article.languages(), model);
        model.addAttribute("article", article);
        model.addAttribute("reasons", VoteReason.values());
        model.addAttribute("voted", voted);
        if (voted == null && !MACHINE.matcher(browser(request)).find()) {
            views.count(id);
        }
        return "support/help/article";
    }

    @PostMapping(IN + "/articles/{id:\\d+}/votes")
    String vote(
            @PathVariable String tag,
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String helpful,
            @RequestParam(required = false) @Nullable String reason,
            @RequestParam(required = false) @Nullable String remark,
            HttpServletRequest request) {
        String article = "redirect:" + PATH + "/" + tag + "/articles/" + id;
        ArticleLanguage language = ArticleLanguage.of(tag).orElseThrow();
        Optional<GiveVote> vote = GiveVote.read(helpful, reason, remark, language);
        if (vote.isEmpty()) {
            help.article(id, language);
            return article + "?voted=wrong#vote";
        }
        try {
            help.vote(id, language, vote.get(), request.getRemoteAddr(), browser(request));
            return article + "?voted=" + (vote.get().helpful() ? "yes" : "no") + "#vote";
        } catch (TooManyVotes e) {
            return article + "?voted=later#vote";
        }
    }

    /** What stands on the pages around everything else. */
    @ExceptionHandler(NoSuchHelp.class)
    @ResponseStatus(HttpStatus.NOT_FOUND)
    String missing(HttpServletRequest request, Locale locale, Model model) {
        shell(ArticleLanguage.of(locale).tag(), "", List.of(ArticleLanguage.values()), model);
        return "support/help/missing";
    }

    /** @param place of the page within the site; @param languages that there is such a page in */
    private ArticleLanguage shell(String tag, String place, List<ArticleLanguage> languages, Model model) {
        ArticleLanguage language = ArticleLanguage.of(tag).orElseThrow();
        model.addAttribute("site", help.site().name(language));
        model.addAttribute("categories", help.categories(language));
        model.addAttribute("home", PATH + "/" + tag);
        model.addAttribute("here", language);
        model.addAttribute("place", place);
        model.addAttribute("languages", languages);
        model.addAttribute(
                "origin",
                ServletUriComponentsBuilder.fromCurrentContextPath().path(PATH).toUriString());
        return language;
    }

    @SuppressWarnings("unchecked")
    private static List<HelpCategory> categories(Model model) {
        return (List<HelpCategory>) Objects.requireNonNull(model.getAttribute("categories"));
    }

    private static String browser(HttpServletRequest request) {
        return Objects.requireNonNullElse(request.getHeader(HttpHeaders.USER_AGENT), "");
    }
}
