package org.triviumcrm.customer.field;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.web.Option;

/** The typed search for records that a custom field can lead to. */
@Controller
class FieldRecordController {

    private final FieldService fields;

    FieldRecordController(FieldService fields) {
        this.fields = fields;
    }

    @GetMapping("/fields/records/{noun}")
    @ResponseBody
    List<Option> records(@PathVariable String noun, @RequestParam(required = false) @Nullable String q, Viewer viewer) {
        return fields.records(viewer, noun, q);
    }
}
