package org.triviumcrm.customer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.condition.ConditionField;

/** All that is known of customers, from all modules. */
@Component
public class CustomerAttributes {

    private final List<CustomerAttributeSource> sources;

    CustomerAttributes(List<CustomerAttributeSource> sources) {
        this.sources = sources;
    }

    /** What a viewer may ask for, by key, in the order of forms. */
    public Map<String, CustomerAttribute> attributes(Viewer viewer, Locale locale) {
        return byKey(
                sources.stream().flatMap(source -> source.attributes(viewer, locale).stream()), CustomerAttribute::key);
    }

    /** What a viewer may ask for, by key, in the order of forms. */
    public Map<String, CustomerBehaviour> behaviours(Viewer viewer, Locale locale) {
        return byKey(
                sources.stream().flatMap(source -> source.behaviours(viewer, locale).stream()), CustomerBehaviour::key);
    }

    /** Both, as the form of conditions offers them. */
    public Map<String, ConditionField> fields(Viewer viewer, Locale locale) {
        return byKey(
                Stream.concat(
                        attributes(viewer, locale).values().stream().map(CustomerAttribute::field),
                        behaviours(viewer, locale).values().stream().map(CustomerBehaviour::field)),
                ConditionField::key);
    }

    private static <T> Map<String, T> byKey(Stream<T> all, Function<T, String> key) {
        return all.collect(Collectors.toMap(
                key,
                Function.identity(),
                (one, other) -> {
                    throw new IllegalStateException("Two attributes are called " + key.apply(one));
                },
                LinkedHashMap::new));
    }
}
