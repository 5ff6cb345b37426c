package org.triviumcrm.identity.person;

import java.util.List;

/**
 * First passwords as they are shown once; they are kept nowhere.
 *
 * @param leftOut who was chosen and got none
 */
public record FirstPasswords(List<Given> given, List<FirstPasswordQuestion.Candidate> leftOut) {

    /** What one person needs to sign in. Its text leaves the password out, so that no log shows it. */
    public record Given(String name, String signInName, String password) {
        @Override
        public String toString() {
            return "first password of " + signInName;
        }
    }
}
