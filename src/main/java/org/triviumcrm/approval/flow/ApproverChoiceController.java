package org.triviumcrm.approval.flow;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.web.Option;

/** Answers the pickers of the designer: of people who are to decide, and of what conditions look for. */
@RestController
class ApproverChoiceController {

    private final FlowEditorService editors;

    ApproverChoiceController(FlowEditorService editors) {
        this.editors = editors;
    }

    @GetMapping("/administration/approvals/people")
    List<Option> people(@RequestParam(required = false) @Nullable String q, Viewer viewer) {
        return editors.people(viewer, q);
    }

    /** Address of the search for values of a field. */
    static String valuesOf(String type, String field) {
        return "/administration/approvals/values?type=" + type + "&field=" + field;
    }

    @GetMapping("/administration/approvals/values")
    List<Option> values(
            @RequestParam String type,
            @RequestParam String field,
            @RequestParam(required = false) @Nullable String q,
            Viewer viewer) {
        return editors.values(viewer, type, field, q == null ? "" : q);
    }
}
