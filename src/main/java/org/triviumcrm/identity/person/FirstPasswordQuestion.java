package org.triviumcrm.identity.person;

import java.util.List;

/**
 * Who would get a first password, for the page that asks whether they shall.
 *
 * @param open those who can get one, who have none yet first; not more than can be given at a time
 * @param openCount how many there are of them at all
 * @param leftOut the first of those who can not
 */
public record FirstPasswordQuestion(List<Candidate> open, long openCount, List<Candidate> leftOut, long leftOutCount) {

    /** Of each list, what the page names. */
    static final int NAMED = 10;

    /** Somebody who was chosen. */
    public record Candidate(long id, String name, String signInName, FirstPasswordStanding standing) {}

    public long waiting() {
        return open.stream().filter(one -> one.standing().gets(false)).count();
    }

    public long unused() {
        return open.size() - waiting();
    }

    /** Those who get one whatever is answered about the others. */
    public List<Candidate> named() {
        return open.stream()
                .filter(one -> one.standing().gets(false))
                .limit(NAMED)
                .toList();
    }

    /** Of those who get one, how many the page does not name. */
    public long moreWaiting() {
        return waiting() - named().size();
    }

    public long moreLeftOut() {
        return leftOutCount - leftOut.size();
    }

    public boolean tooMany() {
        return openCount > open.size();
    }
}
