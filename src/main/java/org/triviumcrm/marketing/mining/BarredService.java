package org.triviumcrm.marketing.mining;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.web.Option;

/** Attributes of the product's own that must not be used to decide; of fields that people have added, the field itself says so. */
@Service
public class BarredService {

    private final MiningQuestions questions;
    private final MiningAttributes attributes;
    private final BarredRepository barred;

    BarredService(MiningQuestions questions, MiningAttributes attributes, BarredRepository barred) {
        this.questions = questions;
        this.attributes = attributes;
        this.barred = barred;
    }

    /** What can be barred, by subject, as {@link BarAttributes} names it. */
    @CanBarAttributes
    @Transactional(readOnly = true)
    public Map<String, List<Option>> offered(Viewer viewer) {
        Map<String, List<Option>> offered = new LinkedHashMap<>();
        for (MiningSubject subject : questions.subjects()) {
            offered.put(
                    subject.key(),
                    attributes.own(subject, viewer, viewer.locale()).values().stream()
                            .map(one -> new Option(
                                    subject.key() + "." + one.key(), one.field().label()))
                            .toList());
        }
        return offered;
    }

    /** As it is now. */
    @CanBarAttributes
    @Transactional(readOnly = true)
    public BarAttributes now(Viewer viewer) {
        return new BarAttributes(questions.subjects().stream()
                .flatMap(subject ->
                        barred.of(subject.key()).stream().sorted().map(attribute -> subject.key() + "." + attribute))
                .toList());
    }

    /** Models that were learned from one of them refuse to be used or learned anew with it. What is none of them is passed over. */
    @CanBarAttributes
    @Transactional
    public void bar(Viewer viewer, BarAttributes input) {
        offered(viewer).forEach((subject, options) -> {
            Set<String> known = options.stream()
                    .map(option -> String.valueOf(option.value()))
                    .collect(Collectors.toSet());
            Set<String> chosen = input.all().stream()
                    .filter(known::contains)
                    .map(one -> one.substring(subject.length() + 1))
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            barred.replace(subject, chosen);
        });
    }
}
