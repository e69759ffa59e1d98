package hudson;

/** Signature: jenkins-core. */
public abstract class AbstractMarkupText {
    public abstract String getText();

    public final int length() {
        throw new UnsupportedOperationException();
    }

    public abstract void addMarkup(int startPos, int endPos, String startTag, String endTag);

    public void hide(int startPos, int endPos) {
        throw new UnsupportedOperationException();
    }

    public final void wrapBy(String startTag, String endTag) {
        throw new UnsupportedOperationException();
    }
}
