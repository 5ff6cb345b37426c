package org.triviumcrm.marketing.audience;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.triviumcrm.identity.People;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.list.ListService;
import org.triviumcrm.shared.web.Option;

/** The list of target lists, and typed searches around them. */
@Controller
class AudienceListController {

    private static final int CHOICES = 20;

    private final AudienceService audiences;
    private final ListService lists;
    private final People people;

    AudienceListController(AudienceService audiences, ListService lists, People people) {
        this.audiences = audiences;
        this.lists = lists;
        this.people = people;
    }

    @GetMapping(AudienceList.PATH)
    String list(@RequestParam MultiValueMap<String, String> parameters, Viewer viewer, Model model) {
        model.addAttribute("list", lists.page(AudienceList.NOUN, viewer, parameters));
        return "marketing/audience/list";
    }

    @GetMapping(AudienceList.PATH + "/choices")
    @ResponseBody
    List<Option> choices(@RequestParam(required = false) @Nullable String q, Viewer viewer) {
        return audiences.choices(viewer, q);
    }

    /** Whom the viewer may put in charge of a target list. */
    @GetMapping(AudienceList.PATH + "/owners")
    @ResponseBody
    List<Option> owners(@RequestParam(required = false) @Nullable String q, Viewer viewer) {
        return people.choices(viewer, AudienceList.NOUN, q, CHOICES).stream()
                .map(person -> new Option(person.id(), person.name()))
                .toList();
    }
}
