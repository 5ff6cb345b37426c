package org.triviumcrm.survey.sheet;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.triviumcrm.shared.web.NotFound;
import org.triviumcrm.shared.web.Rejected;
import org.triviumcrm.survey.survey.Barrier;
import org.triviumcrm.survey.survey.SurveyLanguage;

/** The pages on which a survey is answered. They begin no session, set no cookie and need no script. */
@Controller
class SheetController {

    static final String PATH = "/survey";

    private static final String IN = PATH + "/{tag:en|zh}/{token}";
    private static final String END = "survey/sheet/end";

    private final SheetService sheets;
    private final SheetPages pages;

    SheetController(SheetService sheets, SheetPages pages) {
        this.sheets = sheets;
        this.pages = pages;
    }

    /** In the first of the reader's languages that it is there in. */
    @GetMapping(PATH + "/{token}")
    String start(@PathVariable String token, HttpServletRequest request) {
        OpenedSurvey opened = sheets.open(token);
        SurveyLanguage language = Collections.list(request.getLocales()).stream()
                .flatMap(locale -> SurveyLanguage.of(locale.getLanguage()).stream())
                .filter(opened.survey().languages()::contains)
                .findFirst()
                .orElse(opened.survey().getFallback());
        return "redirect:" + address(language, token);
    }

    private static String address(SurveyLanguage language, String token) {
        return PATH + "/" + language.tag() + "/" + token;
    }

    @GetMapping(IN)
    String show(
            @PathVariable String tag,
            @PathVariable String token,
            @RequestParam(required = false) @Nullable String sent,
            Model model) {
        SurveyLanguage language = SurveyLanguage.of(tag).orElseThrow();
        OpenedSurvey opened = sheets.open(token);
        pages.shell(opened, language, in -> address(in, token), model);
        if (sent != null) {
            model.addAttribute("thanks", opened.survey().thanks(language));
            return END;
        }
        if (opened.barrier().isPresent()) {
            return barred(opened.barrier().get(), model);
        }
        MultiValueMap<String, String> nothing = new LinkedMultiValueMap<>();
        model.addAttribute("ticket", sheets.pace(opened.survey().getId(), "").ticket());
        SheetTurn first = SheetTurn.first(pages.sheet(opened, nothing));
        return pages.page(opened, language, first, nothing, Map.of(), model);
    }

    @PostMapping(IN)
    String turn(
            @PathVariable String tag,
            @PathVariable String token,
            @RequestParam MultiValueMap<String, String> typed,
            HttpServletRequest request,
            Model model) {
        SurveyLanguage language = SurveyLanguage.of(tag).orElseThrow();
        OpenedSurvey opened = sheets.open(token);
        pages.shell(opened, language, in -> address(in, token), model);
        if (opened.barrier().isPresent()) {
            return barred(opened.barrier().get(), model);
        }
        MultiValueMap<String, String> sent = new LinkedMultiValueMap<>(typed);
        Map<Long, String> refused = pages.takeFiles(
                opened,
                sent,
                request,
                (question, file) -> sheets.keep(opened, question, file, request.getRemoteAddr()));
        SheetTurn turn = SheetTurn.of(pages.sheet(opened, sent), sent, refused.keySet());
        SheetService.Pace pace =
                sheets.pace(opened.survey().getId(), Objects.requireNonNullElse(sent.getFirst("ticket"), ""));
        if (turn.sends() && pace.credible()) {
            if (!SheetPages.isTrapped(sent)) {
                sheets.send(opened, turn.sheet().kept(), language, request.getRemoteAddr());
            }
            return "redirect:" + address(language, token) + "?sent=yes";
        }
        model.addAttribute("hasty", turn.sends());
        model.addAttribute("ticket", pace.ticket());
        String page = pages.page(opened, language, turn, sent, refused, model);
        return turn.wrong() || turn.sends() ? Rejected.with(page) : page;
    }

    @ExceptionHandler(BarredSurvey.class)
    String barred(BarredSurvey e, HttpServletRequest request, Locale locale, Model model) {
        pages.bare(request, locale, model);
        return barred(e.barrier(), model);
    }

    @ExceptionHandler(TooManyAnswers.class)
    @ResponseStatus(HttpStatus.TOO_MANY_REQUESTS)
    String tooMany(HttpServletRequest request, Locale locale, Model model) {
        pages.bare(request, locale, model);
        model.addAttribute("barrier", "later");
        return END;
    }

    @ExceptionHandler(NotFound.class)
    @ResponseStatus(HttpStatus.NOT_FOUND)
    String missing(HttpServletRequest request, Locale locale, Model model) {
        pages.bare(request, locale, model);
        model.addAttribute("barrier", "missing");
        return END;
    }

    private static String barred(Barrier barrier, Model model) {
        model.addAttribute("barrier", barrier.name());
        return Rejected.with(END, HttpStatus.GONE);
    }
}
