package org.triviumcrm.marketing.mining;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.marketing.MiningQuestion;

/** All that can be asked, and of whom. */
@Component
class MiningQuestions {

    private final Map<String, MiningSubject> subjects;

    MiningQuestions(List<MiningSubject> subjects) {
        this.subjects = subjects.stream()
                .collect(Collectors.toMap(
                        MiningSubject::key, Function.identity(), (one, other) -> one, LinkedHashMap::new));
    }

    /** By key, in the order of forms. */
    Map<String, MiningQuestion> all(Viewer viewer, Locale locale) {
        Map<String, MiningQuestion> all = new LinkedHashMap<>();
        subjects.values().forEach(subject -> all.putAll(subject.questions(viewer, locale)));
        return all;
    }

    Collection<MiningSubject> subjects() {
        return subjects.values();
    }

    /** @param key as a model keeps it */
    MiningSubject subject(String key) {
        MiningSubject subject = subjects.get(key);
        if (subject == null) {
            throw new IllegalArgumentException("Nothing is learned about " + key);
        }
        return subject;
    }
}
