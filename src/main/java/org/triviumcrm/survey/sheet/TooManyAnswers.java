package org.triviumcrm.survey.sheet;

/** More comes from one place than people send. */
class TooManyAnswers extends RuntimeException {

    private static final long serialVersionUID = 1;
}
