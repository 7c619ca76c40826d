; NOT TRIED HERE. The installer for Windows, made by Inno Setup 6 from a tree that was built by the commands for Windows in
; README.md (Tesseract compiled in, models in assets\models, onnxruntime.dll in assets\runtime):
;   iscc packaging\windows\precheck.iss
[Setup]
AppName=precheck
AppVersion=0.1.0
AppPublisher=The precheck authors
DefaultDirName={autopf}\precheck
DefaultGroupName=precheck
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=dialog
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
ChangesEnvironment=yes
OutputBaseFilename=precheck-0.1.0-x64
OutputDir=..\..\dist
LicenseFile=..\..\LICENSE-MIT
Compression=lzma2/max
SolidCompression=yes

[Languages]
Name: "en"; MessagesFile: "compiler:Default.isl"
Name: "es"; MessagesFile: "compiler:Languages\Spanish.isl"

[Files]
Source: "..\..\target\release\precheck.exe"; DestDir: "{app}"
Source: "..\..\target\release\precheck-app.exe"; DestDir: "{app}"
Source: "..\..\assets\*"; DestDir: "{app}\assets"; Excludes: "precheck.desktop"; Flags: recursesubdirs
Source: "..\..\LICENSE-MIT"; DestDir: "{app}"
Source: "..\..\LICENSE-APACHE"; DestDir: "{app}"
Source: "..\..\THIRD-PARTY.md"; DestDir: "{app}"

[Icons]
Name: "{group}\precheck"; Filename: "{app}\precheck-app.exe"

[Tasks]
Name: path; Description: "{cm:AddToPath}"

[CustomMessages]
en.AddToPath=Make the command precheck known to terminals
es.AddToPath=Dar a conocer el comando precheck a las terminales

[Registry]
Root: HKA; Subkey: "Environment"; ValueType: expandsz; ValueName: "Path"; ValueData: "{olddata};{app}"; Tasks: path; Check: not IsOnPath

[Code]
function IsOnPath: Boolean;
var
  Path: string;
begin
  Result := RegQueryStringValue(HKA, 'Environment', 'Path', Path) and (Pos(';' + ExpandConstant('{app}') + ';', ';' + Path + ';') > 0);
end;
