// Puts the code editor in the place of a policy's plain text field. What is written goes to the server once the writer
// pauses; findings, completions and formatted texts come from there. Nothing is fetched from another origin.
const base = new URL('_content/BlazorMonaco/lib/monaco-editor/min/vs', document.baseURI).href;
const language = 'policy';
const pause = 250;
const longest = 200000;
const least = 180;
const most = 560;
const opened = new Map();
let loading;

const load = () => loading ??= new Promise((resolve, reject) => {
  const script = document.createElement('script');
  script.src = `${base}/loader.js`;
  script.onerror = () => reject(new Error('the code editor could not be loaded'));
  script.onload = () => {
    const amd = window.require;
    amd.config({ paths: { vs: base }, preferScriptTags: true });
    amd(['vs/editor/editor.main'], () => { prepare(window.monaco); resolve(window.monaco); }, reject);
  };
  document.head.append(script);
}).catch((fault) => { loading = undefined; throw fault; });

const prepare = (monaco) => {
  monaco.languages.register({ id: language });
  monaco.languages.setLanguageConfiguration(language, {
    brackets: [['{', '}'], ['[', ']']],
    autoClosingPairs: [{ open: '{', close: '}', notIn: ['string'] }, { open: '[', close: ']', notIn: ['string'] }, { open: '"', close: '"', notIn: ['string'] }],
    indentationRules: { increaseIndentPattern: /[{[]\s*$/, decreaseIndentPattern: /^\s*[}\]]/ },
    wordPattern: /[^\s"{}[\],]+/,
  });
  monaco.languages.setMonarchTokensProvider(language, {
    tokenizer: {
      root: [
        [/"(?:[^"\\]|\\.)*"(?=\s*:)/, 'key'],
        [/"Allow"/, 'allow'],
        [/"Deny"/, 'deny'],
        [/"(?:[^"\\]|\\.)*$/, 'value'],
        [/"/, 'value', '@value'],
        [/-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|\b(?:true|false|null)\b/, 'number'],
        [/[{}[\],:]/, 'punctuation'],
      ],
      value: [
        [/\$\{[^}"]*\}/, 'variable'],
        [/[*?]/, 'wildcard'],
        [/\\./, 'value'],
        [/[^"\\*?$]+|\$/, 'value'],
        [/"/, 'value', '@pop'],
      ],
    },
  });
  const of = (model) => opened.get(model.uri.toString());
  monaco.languages.registerCompletionItemProvider(language, { triggerCharacters: ['"', ':', '$', '{'], provideCompletionItems: (model, position) => of(model)?.complete(model.getOffsetAt(position)) });
  monaco.languages.registerDocumentFormattingEditProvider(language, { provideDocumentFormattingEdits: (model) => of(model)?.format() });
  monaco.languages.registerCodeActionProvider(language, { provideCodeActions: (model, range) => ({ actions: of(model)?.fixes(range) ?? [], dispose() { } }) });
  dress(monaco);
  new MutationObserver(() => dress(monaco)).observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
};

// The editor's colours are the page's own, read anew whenever the theme changes.
const dress = (monaco) => {
  const style = getComputedStyle(document.documentElement);
  const token = (name) => style.getPropertyValue(`--${name}`).trim();
  const rule = (name, colour, fontStyle) => ({ token: name, foreground: token(colour).slice(1), fontStyle });
  monaco.editor.defineTheme('tokens', {
    base: document.documentElement.dataset.theme === 'dark' ? 'vs-dark' : 'vs',
    inherit: true,
    rules: [
      rule('', 'text'), rule('key', 'primary'), rule('value', 'text'), rule('number', 'info'), rule('punctuation', 'text-second'),
      rule('allow', 'success', 'bold'), rule('deny', 'error', 'bold'), rule('variable', 'accent'), rule('wildcard', 'accent', 'bold'),
    ],
    colors: {
      'editor.background': token('surface'),
      'editor.foreground': token('text'),
      'editorLineNumber.foreground': token('text-disabled'),
      'editorLineNumber.activeForeground': token('text-second'),
      'editorCursor.foreground': token('text'),
      'editorIndentGuide.background': token('line'),
      'editorIndentGuide.activeBackground': token('line-strong'),
      'editorError.foreground': token('error'),
      'editorWarning.foreground': token('warning'),
      'editorInfo.foreground': token('info'),
      'editorOverviewRuler.errorForeground': token('error'),
      'editorOverviewRuler.warningForeground': token('warning'),
      'editorOverviewRuler.infoForeground': token('info'),
      'editorOverviewRuler.border': token('surface'),
      'editor.selectionBackground': `${token('primary')}38`,
      'editor.inactiveSelectionBackground': `${token('primary')}22`,
      'editorBracketMatch.background': `${token('primary')}22`,
      'editorBracketMatch.border': token('line-strong'),
      'editorWidget.background': token('surface'),
      'editorWidget.foreground': token('text'),
      'editorWidget.border': token('line-strong'),
      'editorHoverWidget.background': token('surface'),
      'editorHoverWidget.foreground': token('text'),
      'editorHoverWidget.border': token('line-strong'),
      'editorSuggestWidget.background': token('surface'),
      'editorSuggestWidget.foreground': token('text'),
      'editorSuggestWidget.border': token('line-strong'),
      'editorSuggestWidget.selectedBackground': token('surface-2'),
      'editorSuggestWidget.selectedForeground': token('text'),
      'editorSuggestWidget.highlightForeground': token('primary'),
      'editorSuggestWidget.focusHighlightForeground': token('primary'),
      'list.hoverBackground': token('surface-2'),
      'input.background': token('surface'),
      'input.border': token('line-strong'),
      'menu.background': token('surface'),
      'menu.foreground': token('text'),
      'menu.selectionBackground': token('surface-2'),
      'menu.selectionForeground': token('text'),
      focusBorder: token('primary'),
      'scrollbarSlider.background': `${token('line-strong')}66`,
      'scrollbarSlider.hoverBackground': `${token('line-strong')}99`,
    },
  });
  monaco.editor.setTheme('tokens');
};

/** Makes the editor in an element that holds the plain field and an empty host; the answer is what the server calls. */
export async function create(root, server, options) {
  const monaco = await load();
  const field = root.querySelector('textarea');
  const host = root.querySelector('[data-editor]');
  if (!root.isConnected || !field || !host) { throw new Error('the field is gone'); }
  const model = monaco.editor.createModel(field.value, language);
  model.setEOL(monaco.editor.EndOfLineSequence.LF);
  const style = getComputedStyle(document.documentElement);
  const hadFocus = document.activeElement === field;
  root.dataset.coded = '';
  const editor = monaco.editor.create(host, {
    model,
    theme: 'tokens',
    ariaLabel: options.label,
    readOnly: options.isReadOnly,
    fontFamily: style.getPropertyValue('--mono'),
    fontSize: 12.5,
    lineHeight: 20,
    tabSize: 2,
    automaticLayout: true,
    'bracketPairColorization.enabled': false,
    fixedOverflowWidgets: true,
    folding: true,
    glyphMargin: false,
    lineDecorationsWidth: 6,
    lineNumbersMinChars: 3,
    links: false,
    minimap: { enabled: false },
    occurrencesHighlight: false,
    overviewRulerBorder: false,
    padding: { top: 10, bottom: 10 },
    quickSuggestions: { strings: true, other: true, comments: false },
    renderLineHighlight: 'none',
    scrollBeyondLastLine: false,
    scrollbar: { alwaysConsumeMouseWheel: false, verticalScrollbarSize: 10, horizontalScrollbarSize: 10 },
    suggest: { showIcons: false, showStatusBar: false, preview: false },
    unicodeHighlight: { nonBasicASCII: false },
    wordBasedSuggestions: false,
    wordWrap: 'on',
    wrappingIndent: 'indent',
  });

  let findings = [];
  let lit = [];
  let timer;
  let height = 0;
  const rangeOf = ({ start, length }) => monaco.Range.fromPositions(model.getPositionAt(start), model.getPositionAt(start + length));

  const report = () => {
    clearTimeout(timer);
    timer = undefined;
    const text = model.getValue();
    const size = new TextEncoder().encode(JSON.stringify(text)).length;
    return size > longest ? server.invokeMethodAsync('OnTooLongAsync', model.getVersionId()) : server.invokeMethodAsync('OnTypedAsync', text, model.getVersionId());
  };
  const changed = model.onDidChangeContent(() => {
    clearTimeout(timer);
    timer = setTimeout(report, pause);
  });

  const fit = () => {
    const now = host.offsetHeight;
    // whoever pulled the corner has chosen the height
    if (height !== 0 && Math.abs(now - height) > 2) { return; }
    height = Math.min(most, Math.max(least, editor.getContentHeight() + 2));
    host.style.height = `${height}px`;
    editor.layout();
  };
  editor.onDidContentSizeChange(fit);
  fit();

  editor.addCommand(monaco.KeyMod.CtrlCmd | monaco.KeyCode.KeyS, async () => { await report(); await server.invokeMethodAsync('OnSaveAsync'); });

  // Tab indents, so there must be another way out: Escape, then Tab.
  let leaving = false;
  const onKey = (event) => {
    if (event.key === 'Escape') { leaving = true; return; }
    if (event.key === 'Tab' && leaving) { event.stopPropagation(); }
    if (event.key !== 'Shift') { leaving = false; }
  };
  host.addEventListener('keydown', onKey, true);
  host.querySelector('textarea')?.setAttribute('aria-describedby', options.hintId);

  const change = (span, text) => {
    editor.pushUndoStop();
    editor.executeEdits('console', [{ range: rangeOf(span), text, forceMoveMarkers: true }]);
    editor.pushUndoStop();
  };

  opened.set(model.uri.toString(), {
    async complete(offset) {
      const items = await server.invokeMethodAsync('CompleteAsync', model.getValue(), offset);
      return {
        suggestions: items.map((item, index) => ({
          label: item.detail ? { label: item.label, description: item.detail } : item.label,
          kind: monaco.languages.CompletionItemKind.Value,
          insertText: item.insert,
          insertTextRules: item.isSnippet ? monaco.languages.CompletionItemInsertTextRule.InsertAsSnippet : undefined,
          filterText: item.filter,
          documentation: item.documentation || undefined,
          range: rangeOf({ start: item.start, length: item.length }),
          sortText: String(index).padStart(5, '0'),
        })),
      };
    },
    async format() {
      const text = await server.invokeMethodAsync('FormatAsync', model.getValue());
      return text === null ? [] : [{ range: model.getFullModelRange(), text }];
    },
    fixes(range) {
      return findings.filter((finding) => finding.edit && monaco.Range.areIntersectingOrTouching(rangeOf(finding), range)).map((finding) => ({
        title: finding.edit.title,
        kind: 'quickfix',
        isPreferred: true,
        edit: { edits: [{ resource: model.uri, versionId: undefined, textEdit: { range: rangeOf(finding.edit), text: finding.edit.replacement } }] },
      }));
    },
  });

  if (hadFocus) { editor.focus(); }
  if (field.value !== options.text) { await report(); }

  return {
    show(version, shown) {
      // the writer has gone on: an answer about an older text would mark the wrong places
      if (version !== 0 && version !== model.getVersionId()) { return; }
      findings = shown;
      monaco.editor.setModelMarkers(model, 'checks', shown.map((finding) => {
        const range = rangeOf(finding);
        return {
          startLineNumber: range.startLineNumber, startColumn: range.startColumn, endLineNumber: range.endLineNumber, endColumn: range.endColumn,
          severity: monaco.MarkerSeverity[finding.severity],
          message: `${finding.message}\n${finding.hint}`,
          code: finding.code,
        };
      }));
    },
    light(spans) {
      lit = editor.deltaDecorations(lit, spans.map((span) => ({ range: rangeOf(span), options: { isWholeLine: true, className: 'lit-line', linesDecorationsClassName: 'lit-edge' } })));
      if (spans.length > 0) { editor.revealRangeInCenterIfOutsideViewport(rangeOf(spans[0])); }
    },
    write(text) {
      if (text !== model.getValue()) { change({ start: 0, length: model.getValueLength() }, text); }
      return report();
    },
    replace(span, text) {
      change(span, text);
      editor.focus();
      return report();
    },
    goTo(span) {
      const range = rangeOf(span);
      editor.setSelection(range);
      editor.revealRangeInCenterIfOutsideViewport(range);
      editor.focus();
    },
    configure(label, isReadOnly) { editor.updateOptions({ ariaLabel: label, readOnly: isReadOnly }); },
    flush: report,
    focus() { editor.focus(); },
    dispose() {
      clearTimeout(timer);
      opened.delete(model.uri.toString());
      host.removeEventListener('keydown', onKey, true);
      changed.dispose();
      editor.dispose();
      model.dispose();
    },
  };
}
