package org.triviumcrm.customer.segment;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

/** Changes the rows of a segment's form, and says how many fit; nothing is saved. */
@Controller
class SegmentRowController {

    /** A button says what it does, to which group, and to which of its rows. */
    private static final Pattern ACT = Pattern.compile("(\\w+) (when(?:[.]groups\\[\\d{1,2}]){0,3})(?: (\\d{1,3}))?");

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
        form.getWhen().settle(editor.byKey());
        (act == null ? List.<String>of() : act)
                .stream().map(one -> meant(one, form, editor.byKey())).toList().forEach(Runnable::run);
        String view = SegmentController.form(model, editor, form);
        return request.isHtmxRequest() ? view + " :: segment" : view;
    }

    private static Runnable meant(String act, SegmentForm form, Map<String, ConditionField> fields) {
        Matcher said = ACT.matcher(act);
        if (!said.matches()) {
            return () -> {};
        }
        int row = said.group(3) == null ? -1 : Integer.parseInt(said.group(3));
        return GroupActs.meant(GroupActs.at(form, said.group(2)), said.group(1), row, fields);
    }

    /** How many fit what stands in the form now, and what that says. */
    @CanEditSegments
    @PostMapping(SegmentList.PATH + "/count")
    String count(SegmentForm form, BindingResult errors, Viewer viewer, Model model) {
        Locale locale = LocaleContextHolder.getLocale();
        Map<String, ConditionField> fields = segments.editor(viewer, 0, locale).byKey();
        ConditionGroup said = form.getWhen().read(fields);
        boolean finished = !said.holdsAlways() && SegmentForm.isFinished(said, fields);
        model.addAttribute("sentence", segments.sentence(viewer, said, locale));
        model.addAttribute("count", finished ? segments.count(viewer, said) : null);
        return "customer/segment/count :: count";
    }
}
