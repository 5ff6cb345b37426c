package org.triviumcrm.shared.web;

import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeanWrapperImpl;
import org.springframework.beans.propertyeditors.StringTrimmerEditor;
import org.springframework.core.ResolvableType;
import org.springframework.core.convert.ConversionService;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.util.DigestUtils;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.validation.DataBinder;
import org.springframework.validation.FieldError;
import org.springframework.validation.SmartValidator;
import org.springframework.web.context.request.WebRequest;

/**
 * One field of a record edited in place. What was typed takes the place of that field in the record as it is saved now,
 * so the whole goes through the same use case as the record's form; only this field is checked, for another may hold
 * what an import brought. Two people at two fields do not get in each other's way: a conflict is when this very field
 * has changed since it was opened.
 */
public final class FieldForm<T extends Record> {

    private final String name;
    private final T current;
    private final String field;
    private final List<String> components;
    private final ConversionService conversion;
    private final SmartValidator validator;
    private BindingResult result;
    private String was;
    private boolean conflict;

    FieldForm(
            String name,
            T current,
            String field,
            List<String> components,
            ConversionService conversion,
            SmartValidator validator) {
        this.name = name;
        this.current = current;
        this.field = field;
        this.components = components;
        this.conversion = conversion;
        this.validator = validator;
        this.result = new BeanPropertyBindingResult(current, name);
        this.was = mark();
    }

    /** Reads what was typed; {@link #typed} is the record with it, unless there are {@link #errors}. */
    public FieldForm<T> read(WebRequest request) {
        DataBinder binder = new DataBinder(null, name);
        binder.setTargetType(ResolvableType.forClass(current.getClass()));
        binder.setConversionService(conversion);
        binder.registerCustomEditor(String.class, new StringTrimmerEditor(true));
        binder.construct(new Typed(request, new BeanWrapperImpl(current)));
        result = binder.getBindingResult();
        String opened = request.getParameter("was");
        if (!result.hasErrors()) {
            result = checked(result);
        }
        if (result.hasErrors()) {
            was = opened == null ? was : opened;
        } else if (opened != null && !opened.equals(was)) {
            conflict = true;
            result.rejectValue(components.get(0), "form.changedMeanwhile");
        }
        return this;
    }

    /** What is wrong with what was typed; a use case may add to it. */
    public BindingResult errors() {
        return result;
    }

    /** The whole record with what was typed; only while there are no {@link #errors}. */
    @SuppressWarnings("unchecked")
    public T typed() {
        return (T) Objects.requireNonNull(result.getTarget());
    }

    /** What the form shows: the field, and a mark of the value that it began with. */
    public void show(Model model) {
        model.addAllAttributes(result.getModel());
        model.addAttribute("only", field);
        model.addAttribute("was", was);
        model.addAttribute("changedMeanwhile", conflict);
    }

    /** The form again, in the field's place: 409 when the field has changed meanwhile, else 422. */
    public String rejected(Model model, HttpServletResponse response, String view) {
        show(model);
        response.setHeader("HX-Retarget", "#fact-" + field);
        response.setHeader("HX-Reselect", "form.in-place");
        response.setHeader("HX-Reswap", "innerHTML");
        return Rejected.with(view, conflict ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT);
    }

    /** Without what is wrong with other fields; what is wrong with this one and another together stands at this one. */
    private BindingResult checked(BindingResult bound) {
        BindingResult all = new BeanPropertyBindingResult(bound.getTarget(), name);
        validator.validate(Objects.requireNonNull(bound.getTarget()), all);
        Set<String> fields = Arrays.stream(current.getClass().getRecordComponents())
                .map(RecordComponent::getName)
                .collect(Collectors.toSet());
        BindingResult own = new BeanPropertyBindingResult(bound.getTarget(), name);
        for (FieldError error : all.getFieldErrors()) {
            if (components.contains(error.getField())) {
                own.addError(error);
            } else if (!fields.contains(error.getField().replaceFirst("\\[.*", ""))) {
                own.addError(new FieldError(
                        name,
                        components.get(0),
                        own.getFieldValue(components.get(0)),
                        false,
                        error.getCodes(),
                        error.getArguments(),
                        error.getDefaultMessage()));
            }
        }
        return own;
    }

    private String mark() {
        BeanWrapperImpl values = new BeanWrapperImpl(current);
        String text = components.stream()
                .map(component -> String.valueOf(values.getPropertyValue(component)))
                .collect(Collectors.joining("\n"));
        return DigestUtils.md5DigestAsHex(text.getBytes(StandardCharsets.UTF_8));
    }

    /** This field from the request, all others as they are. */
    private final class Typed implements DataBinder.ValueResolver {

        private final WebRequest request;
        private final BeanWrapperImpl saved;

        private Typed(WebRequest request, BeanWrapperImpl saved) {
            this.request = request;
            this.saved = saved;
        }

        @Override
        public @Nullable Object resolveValue(String component, Class<?> type) {
            boolean edited = components.contains(component) && request.getParameter(component) != null;
            Object value = edited ? request.getParameter(component) : saved.getPropertyValue(component);
            return value instanceof Map<?, ?> entries ? withEntries(component, entries) : value;
        }

        /** The entries edited from the request, several values of one with commas between them. */
        private Map<Object, Object> withEntries(String component, Map<?, ?> entries) {
            Map<Object, Object> all = new HashMap<>(entries);
            for (String edited : components) {
                String[] typed = request.getParameterValues(edited);
                if (typed != null && edited.startsWith(component + "[")) {
                    all.put(edited.substring(component.length() + 1, edited.length() - 1), String.join(",", typed));
                }
            }
            return all;
        }

        @Override
        public Set<String> getNames() {
            return Map.copyOf(request.getParameterMap()).keySet();
        }
    }
}
