package org.triviumcrm.customer.segment;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.condition.ConditionField;
import org.triviumcrm.shared.condition.ConditionGroup;
import org.triviumcrm.shared.condition.GroupActs;
import org.triviumcrm.shared.condition.GroupForm;

/** Changes the rows of a segment's form, and says how many fit; nothing is saved. */
@Controller
class SegmentRowController {

    private final SegmentService segments;

    SegmentRowController(SegmentService segments) {
        this.segments = segments;
    }

    /** The form again. @param segment its id, 0 for a new one */
    @CanEditSegments
    @PostMapping(SegmentList.PATH + "/rows")
    String rows(
            @RequestParam long segment,
            @RequestParam(required = false) @Nullable List<String> act,
            SegmentForm form,
            BindingResult errors,
            HtmxRequest request,
            Viewer viewer,
            Model model) {
        SegmentEditor editor = segments.editor(viewer, segment, LocaleContextHolder.getLocale());
        GroupActs.apply(form, "when", form.getWhen(), act == null ? List.of() : act, editor.byKey());
        String view = SegmentController.form(model, editor, form);
        return request.isHtmxRequest() ? view + " :: segment" : view;
    }

    /** How many fit what stands in the form now, and what that says. */
    @CanEditSegments
    @PostMapping(SegmentList.PATH + "/count")
    String count(SegmentForm form, BindingResult errors, Viewer viewer, Model model) {
        Locale locale = LocaleContextHolder.getLocale();
        Map<String, ConditionField> fields = segments.editor(viewer, 0, locale).byKey();
        ConditionGroup said = form.getWhen().read(fields);
        boolean finished = !said.holdsAlways() && GroupForm.isFinished(said, fields);
        model.addAttribute("sentence", segments.sentence(viewer, said, locale));
        model.addAttribute("count", finished ? segments.count(viewer, said) : null);
        return "customer/segment/count :: count";
    }
}
