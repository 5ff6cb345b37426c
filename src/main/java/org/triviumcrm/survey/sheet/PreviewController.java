package org.triviumcrm.survey.sheet;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.web.Rejected;
import org.triviumcrm.survey.survey.SurveyLanguage;
import org.triviumcrm.survey.survey.SurveyList;

/** A survey as those who are asked will see it, page by page, for those who work on it. Nothing that is entered is kept, no file either. */
@Controller
@RequestMapping(SurveyList.PATH + "/{id:\\d+}/preview")
class PreviewController {

    private final SheetService sheets;
    private final SheetPages pages;

    PreviewController(SheetService sheets, SheetPages pages) {
        this.sheets = sheets;
        this.pages = pages;
    }

    @GetMapping
    String start(@PathVariable long id, Viewer viewer) {
        OpenedSurvey opened = sheets.preview(viewer, id);
        SurveyLanguage language = SurveyLanguage.of(viewer.locale().getLanguage())
                .filter(opened.survey().languages()::contains)
                .orElse(opened.survey().getFallback());
        return "redirect:" + address(id, language);
    }

    @GetMapping("/{tag:en|zh}")
    String show(@PathVariable long id, @PathVariable String tag, Viewer viewer, Model model) {
        OpenedSurvey opened = open(id, tag, viewer, model);
        MultiValueMap<String, String> nothing = new LinkedMultiValueMap<>();
        SheetTurn first = SheetTurn.first(sheet(opened, nothing));
        return pages.page(opened, language(tag), first, nothing, Map.of(), model);
    }

    @PostMapping("/{tag:en|zh}")
    String turn(
            @PathVariable long id,
            @PathVariable String tag,
            @RequestParam MultiValueMap<String, String> typed,
            HttpServletRequest request,
            Viewer viewer,
            Model model) {
        OpenedSurvey opened = open(id, tag, viewer, model);
        MultiValueMap<String, String> sent = new LinkedMultiValueMap<>(typed);
        Map<Long, String> refused = pages.takeFiles(opened, sent, request, (question, file) -> file.name());
        SheetTurn turn = SheetTurn.of(sheet(opened, sent), sent, refused.keySet());
        if (turn.sends()) {
            model.addAttribute("thanks", opened.survey().thanks(language(tag)));
            return "survey/sheet/end";
        }
        String page = pages.page(opened, language(tag), turn, sent, refused, model);
        return turn.wrong() ? Rejected.with(page) : page;
    }

    private OpenedSurvey open(long id, String tag, Viewer viewer, Model model) {
        OpenedSurvey opened = sheets.preview(viewer, id);
        pages.shell(opened, language(tag), in -> address(id, in), model);
        model.addAttribute("preview", SurveyList.PATH + "/" + id);
        return opened;
    }

    /** A file is as good as kept. */
    private static Sheet sheet(OpenedSurvey opened, MultiValueMap<String, String> sent) {
        return new Sheet(opened.questions(), sent, named -> Optional.of(0L));
    }

    private static SurveyLanguage language(String tag) {
        return SurveyLanguage.of(tag).orElseThrow();
    }

    private static String address(long id, SurveyLanguage language) {
        return SurveyList.PATH + "/" + id + "/preview/" + language.tag();
    }
}
