package org.triviumcrm.approval.dossier;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.web.Option;

/** Answers the pickers in which a submitter chooses approvers. */
@RestController
class ChoiceController {

    private final ChoiceService choices;

    ChoiceController(ChoiceService choices) {
        this.choices = choices;
    }

    /** Of the search for one step of a flow's version and one record. */
    static String address(long version, String step, String type, long id) {
        return "/approvals/subjects/" + type + "/" + id + "/approvers?version=" + version + "&step="
                + URLEncoder.encode(step, StandardCharsets.UTF_8);
    }

    @GetMapping("/approvals/subjects/{type:[a-z_]+}/{id:\\d+}/approvers")
    List<Option> choices(
            @PathVariable String type,
            @PathVariable long id,
            @RequestParam(defaultValue = "0") long version,
            @RequestParam(defaultValue = "") String step,
            @RequestParam(required = false) @Nullable String q,
            Viewer viewer) {
        return choices.choices(viewer, version, step, type, id, q);
    }
}
